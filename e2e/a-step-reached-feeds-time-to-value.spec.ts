import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;

test.beforeAll(async () => {
  place = await populate("plan");
});

test("a plan is written down, and its first value reached becomes the milestone that time to value counts to", async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 800 });
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/accounts/${place.accountIds[0]}`);
  await page.getByRole("button", { name: "Add a success plan" }).click();
  const form = page.getByRole("dialog", { name: "New success plan" });
  await form.getByLabel("What they bought it for").fill("Close the month in three days");
  await form.getByRole("button", { name: "Remove step 5" }).click();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(over).toBeLessThanOrEqual(0);
  await form.getByRole("button", { name: "Save" }).click();

  const plan = page.getByRole("region", { name: "Close the month in three days" });
  await expect(plan).toContainText("0 of 4 reached");
  await plan.getByRole("button", { name: /^Reached: First value/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Save" }).click();
  await expect(page.getByText("The first value is written down as a milestone")).toBeVisible();
  await expect(plan).toContainText("1 of 4 reached");
  await expect(page.getByRole("list", { name: "Milestones" })).toContainText("First value");

  await plan.getByRole("button", { name: "Drop: Close the month in three days" }).click();
  await expect(page.getByText("1 ended plan")).toBeVisible();
});
