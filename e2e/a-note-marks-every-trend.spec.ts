import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";
import { workedIn } from "./support/worked-in";

const WORDS = "Prices went up by 8 %";
/** A note is of today, and the records of the place end before. */
const NOW = "period=2026-11";

let place: Place;

test.beforeAll(async ({ browser }) => {
  place = await populate("noted");
  const page = await browser.newPage();
  await signIn(page, memberOf(place, "csm"));
  await workedIn(page, place);
  await page.close();
});

const marks = (page: Page) => page.getByRole("list", { name: "What happened" });

async function note(page: Page, text: string): Promise<void> {
  await page.getByRole("button", { name: "Note what happened" }).first().click();
  await page.getByRole("textbox", { name: "What happened" }).fill(text);
}

test("a note marks every trend and its table; one of a metric its own alone", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/metrics/mrr?${NOW}`);
  await note(page, WORDS);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(marks(page)).toContainText(WORDS);
  await note(page, "A reseller joined");
  await page.getByLabel("Where it is shown").selectOption({ label: "Monthly recurring revenue alone" });
  await page.getByRole("button", { name: "Save" }).click();
  await expect(marks(page).getByRole("listitem")).toHaveCount(2);
  await page.getByRole("figure").first().getByRole("button", { name: "Show as a table" }).click();
  await expect(page.getByRole("cell", { name: `A: ${WORDS}; B: A reseller joined` })).toBeVisible();

  for (const path of [`overview?trend=customers&${NOW}`, `metrics/customers?${NOW}`]) {
    await page.goto(`/w/${place.slug}/${path}`);
    await expect(marks(page).first()).toContainText(WORDS);
    await expect(marks(page).first()).not.toContainText("A reseller joined");
  }
});

test("it stands on the trends of an account, and is changed there as well", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/accounts`);
  await page.locator("[data-account]").first().click();
  await expect(page.getByRole("figure").filter({ hasText: "MRR over time" })).toBeVisible();
  await expect(page.getByRole("button", { name: "Note what happened" }).first()).toBeVisible();
  await page
    .getByRole("button", { name: `Change the note A: ${WORDS}` })
    .first()
    .click();
  await expect(page.getByRole("textbox", { name: "What happened" })).toHaveValue(WORDS);
  await expect(page.getByRole("dialog")).toContainText("of every account");
});

test("it is changed and deleted by its author and by a manager, and by nobody else", async ({ page }) => {
  await signIn(page, memberOf(place, "viewer"));
  await page.goto(`/w/${place.slug}/metrics/mrr?${NOW}`);
  await expect(marks(page)).toContainText(WORDS);
  await expect(page.getByRole("button", { name: /^Change the note|Note what happened/ })).toHaveCount(0);

  await page.context().clearCookies();
  await signIn(page, memberOf(place, "manager"));
  await page.goto(`/w/${place.slug}/metrics/mrr?${NOW}`);
  await page.getByRole("button", { name: `Change the note A: ${WORDS}` }).click();
  await page.getByRole("button", { name: "Delete…" }).click();
  await page.getByRole("button", { name: "Delete for good" }).click();
  await expect(marks(page)).not.toContainText(WORDS);

  const audited = await asAdministrator(
    "SELECT action, actor FROM app.audit WHERE workspace_id = $1 AND action LIKE 'annotation.%' ORDER BY seq",
    [place.workspaceId],
  );
  expect(audited).toEqual([
    { action: "annotation.create", actor: memberOf(place, "csm").email },
    { action: "annotation.create", actor: memberOf(place, "csm").email },
    { action: "annotation.delete", actor: memberOf(place, "manager").email },
  ]);
});
