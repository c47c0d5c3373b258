import AxeBuilder from "@axe-core/playwright";
import { expect, type Locator, type Page, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;

test.beforeAll(async () => {
  place = await populate("by-hand");
});

const accountOf = (n: number) => `/w/${place.slug}/accounts/${place.accountIds[n]}`;

async function openAs(page: Page, role: string, path: string): Promise<void> {
  await signIn(page, memberOf(place, role));
  await page.goto(path);
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
}

async function save(dialog: Locator): Promise<void> {
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
}

test("a new price moves the MRR, and the change stands in the timeline and in the audit", async ({ page }) => {
  await openAs(page, "csm", accountOf(0));
  await page.getByRole("button", { name: /^Edit subscription/ }).click();
  const dialog = page.getByRole("dialog", { name: "Edit subscription" });
  await expect(dialog).toContainText("Comes from crm. The next import from there may restate what you change here.");
  await dialog.getByLabel("Price").fill("2,000");
  await save(dialog);
  await expect(page.getByTestId("account-mrr")).toHaveText("$2,000.00", { timeout: 30_000 });
  const timeline = page.getByRole("list", { name: "Timeline" });
  await expect(timeline).toContainText(`Changed by hand: subscription, ${memberOf(place, "csm").email}`);
  await expect(timeline).toContainText("Price: 1234.00 to 2000.00");
  const audit = await asAdministrator<{ actor: string; detail: { changes: string[] } }>(
    "SELECT actor, detail FROM app.audit WHERE workspace_id = $1 AND action = 'records.change'",
    [place.workspaceId],
  );
  expect(audit).toMatchObject([{ actor: memberOf(place, "csm").email, detail: { changes: ["Price: 1234.00 to 2000.00"] } }]);
  await page.goto(`/w/${place.slug}/metrics/mrr?period=2026-11`);
  await expect(page.getByTestId("sum-numerator")).toHaveText("$4,468.00");
});

test("what cannot be taken is said at its field, and what was typed stays", async ({ page }) => {
  await openAs(page, "csm", accountOf(1));
  await page.getByRole("button", { name: "Add a subscription" }).click();
  const dialog = page.getByRole("dialog", { name: "New subscription" });
  await dialog.getByLabel("Price").fill("a lot");
  await dialog.getByLabel("Began").fill("2026-11-05");
  await dialog.getByLabel("Ended", { exact: true }).fill("2026-11-04");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("Write a number, such as 49 or 49.50.")).toBeVisible();
  await expect(dialog.getByLabel("Price")).toBeFocused();
  await expect(dialog.getByLabel("Price")).toHaveValue("a lot");
  await dialog.getByLabel("Price").fill("10");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByText("This is before it began.")).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.keyboard.press("Escape");
  await expect(dialog.getByText("What you typed is not saved.")).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog.getByText("What you typed is not saved.")).toHaveCount(0);
  await expect(dialog.getByLabel("Price")).toHaveValue("10");
  await page.keyboard.press("Escape");
  await dialog.getByRole("button", { name: "Discard it" }).click();
  await expect(page.getByRole("button", { name: "Add a subscription" })).toBeFocused();
});

test("of two people who change one account the second is told, and loses nothing of the first", async ({ page, browser }) => {
  await openAs(page, "csm", accountOf(2));
  const other = await (await browser.newContext()).newPage();
  await openAs(other, "manager", accountOf(2));
  for (const each of [page, other]) await each.getByRole("button", { name: /^Edit account/ }).click();
  await page.getByLabel("Stage").fill("first");
  await save(page.getByRole("dialog"));
  await other.getByLabel("Stage").fill("second");
  await other.getByRole("button", { name: "Save" }).click();
  await expect(other.getByRole("dialog").getByRole("alert")).toContainText("Somebody else changed this account after you opened it.");
  await other.getByRole("button", { name: "Open it again" }).click();
  await expect(other.getByLabel("Stage")).toHaveValue("first");
  await other.context().close();
});

test("a contact is made with the keyboard alone on a phone, and deleted again", async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAs(page, "csm", accountOf(1));
  await page.getByRole("button", { name: "Add a contact" }).focus();
  await page.keyboard.press("Enter");
  const dialog = page.getByRole("dialog", { name: "New contact" });
  await dialog.getByLabel("Name").focus();
  await page.keyboard.type("Ada Probe");
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await page.getByRole("button", { name: "Edit contact Ada Probe" }).click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await expect(page.getByRole("dialog")).toContainText("Nothing else hangs on this contact.");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page.getByText("Ada Probe")).toHaveCount(0);
});

test("an account is made, and an admin who deletes it is told what goes with it", async ({ page }) => {
  await openAs(page, "admin", `/w/${place.slug}/accounts`);
  await page.getByRole("button", { name: "Add an account" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("Made by hand");
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Made by hand");
  await page.getByRole("button", { name: "Add a milestone" }).click();
  await save(page.getByRole("dialog"));
  await expect(page.getByRole("list", { name: "Milestones" })).toContainText("First value");
  await page.getByRole("button", { name: /^Edit account/ }).click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await expect(page.getByRole("dialog")).toContainText("With this account go 1 milestone.");
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(page).toHaveURL(/\/accounts$/);
  await expect(page.getByRole("main").getByText("Made by hand")).toHaveCount(0);
});

test("a viewer finds nothing to change, and a csm no way to delete an account", async ({ page }) => {
  await openAs(page, "viewer", accountOf(0));
  await expect(page.getByRole("list", { name: "Timeline" })).toBeVisible();
  await expect(page.getByRole("button", { name: /^(Edit|Add)\b/ })).toHaveCount(0);
  await page.goto("/workspaces");
  await page.context().clearCookies();
  await openAs(page, "csm", accountOf(0));
  await page.getByRole("button", { name: /^Edit account/ }).click();
  await expect(page.getByRole("dialog").getByRole("button", { name: "Save" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Delete…" })).toHaveCount(0);
});
