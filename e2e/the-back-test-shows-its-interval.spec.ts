import { expect, type Page, test } from "@playwright/test";
import { newWorkspace } from "./support/new-workspace";
import { signIn } from "./support/sign-in";

test("the back-test says whether the score foretold who left, and how far that may be off", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/health/back-test");
  const [auc = Number.NaN, low = Number.NaN, high = Number.NaN] = await figuresOf(page, "auc");
  expect(low).toBeGreaterThanOrEqual(0);
  expect(low).toBeLessThan(auc);
  expect(high).toBeGreaterThan(auc);
  expect(high).toBeLessThanOrEqual(1);
  await expect(page.getByTestId("auc")).toContainText(/\d+ accounts that left/);
  await expect(page.getByTestId("verdict")).toContainText("50 is chance");
  for (const each of ["lift", "warning", "missed"]) expect((await figuresOf(page, each)).length).toBeGreaterThanOrEqual(3);
  await expect(page.getByRole("figure").first()).toContainText("The whisker is the 95 % interval");
});

test("other weights are shown beside these, each with its AUC, and opened as a draft by a person", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/health/back-test");
  await page.getByRole("link", { name: "Work out weights" }).click();
  const weights = page.getByTestId("weights-everybody");
  await expect(weights).toContainText("These weights");
  await expect(weights).toContainText("Suggested weights");
  const draft = page.getByRole("link", { name: "Open as a draft" });
  if (await page.getByTestId("nothing-predicts").isVisible()) return void (await expect(draft).toHaveCount(0));
  await draft.click();
  await expect(page.getByText("A draft, not in force")).toBeVisible();
});

test("where nobody has left there is no number, and what would make one is said", async ({ page }) => {
  const slug = await newWorkspace(page, "untested");
  await page.goto(`/w/${slug}/health/back-test`);
  await expect(page.getByText("Nothing to hold the score against yet")).toBeVisible();
  await expect(page.getByTestId("auc")).toHaveCount(0);
});

async function figuresOf(page: Page, id: string): Promise<number[]> {
  return ((await page.getByTestId(id).innerText()).match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}
