import { expect, type Page, test } from "@playwright/test";
import { memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;

test.beforeAll(async () => {
  place = await populate("reopened");
});

async function solvedTicket(page: Page, subject: string): Promise<void> {
  await page.getByRole("button", { name: "Add a ticket" }).click();
  const dialog = page.getByRole("dialog", { name: "New ticket" });
  await dialog.getByLabel("Subject").fill(subject);
  await dialog.getByLabel("Status").selectOption("Solved");
  await dialog.getByLabel("Opened (needed)").fill("2026-11-02T09:00");
  await dialog.getByLabel("Solved", { exact: true }).fill("2026-11-03T09:00");
  await dialog.getByLabel("Answers it took").fill("1");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole("list", { name: "Tickets" })).toContainText(subject);
}

async function figureOf(page: Page, metric: string): Promise<string> {
  await page.goto(`/w/${place.slug}/metrics/${metric}?period=2026-11`);
  const numerator = await page.getByTestId("sum-numerator").textContent();
  const denominator = await page.getByTestId("sum-denominator").textContent();
  return `${numerator} of ${denominator}`;
}

async function edit(page: Page, subject: string, change: (page: Page) => Promise<unknown>): Promise<void> {
  await page.goto(`/w/${place.slug}/accounts/${place.accountIds[0]}`);
  await page.getByRole("button", { name: `Edit ticket ${subject}` }).click();
  await change(page);
  await page.getByRole("button", { name: "Save" }).click();
  await expect(page.getByRole("dialog")).toBeHidden();
}

test("one of two solved tickets that is reopened was no first contact, and open again it is not resolved", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/accounts/${place.accountIds[0]}`);
  await solvedTicket(page, "It is slow");
  await solvedTicket(page, "It is loud");
  await expect(page.getByTestId("account-open-tickets")).toHaveText("0");
  expect(await figureOf(page, "reopen-rate")).toBe("0 of 2");
  expect(await figureOf(page, "first-contact-resolution-rate")).toBe("2 of 2");

  await edit(page, "It is loud", (there) => there.getByRole("dialog").getByLabel("Times reopened").fill("1"));
  await expect.poll(() => figureOf(page, "reopen-rate")).toBe("1 of 2");
  expect(await figureOf(page, "first-contact-resolution-rate")).toBe("1 of 2");

  await edit(page, "It is loud", async (there) => {
    await there.getByRole("dialog").getByLabel("Status").selectOption("Open");
  });
  await expect(page.getByTestId("account-open-tickets")).toHaveText("1");
  await expect(page.getByRole("list", { name: "Tickets" }).getByRole("listitem").first()).toContainText("It is loud");
  await expect.poll(() => figureOf(page, "reopen-rate")).toBe("0 of 1");
});
