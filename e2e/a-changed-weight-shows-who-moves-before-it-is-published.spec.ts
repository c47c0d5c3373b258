import { expect, type Page, test } from "@playwright/test";
import { memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";
import { workedIn } from "./support/worked-in";

let place: Place;

test.beforeAll(async () => {
  place = await populate("weights");
});

/** Leaves weight to what is known of these accounts: that they pay. */
async function weighPaymentAlone(page: Page): Promise<void> {
  await page.goto(`/w/${place.slug}/health/scorecards`);
  for (const weight of await page.getByRole("textbox", { name: /^Weight of (?!Payment)/ }).all()) await weight.fill("0");
  await page.getByRole("button", { name: "See who would move" }).click();
}

const listed = (page: Page) =>
  page
    .getByRole("table")
    .getByRole("row")
    .filter({ hasText: `${place.word} account` });

test("a draft says who would move and moves nobody; published, exactly those have moved, and it stands with its author", async ({
  page,
}) => {
  await signIn(page, memberOf(place, "manager"));
  await workedIn(page, place);

  await weighPaymentAlone(page);
  const preview = page.getByTestId("preview");
  await expect(preview).toContainText("3 of 3 accounts change their band");
  await expect(preview.getByRole("list", { name: "From band to band" })).toContainText("Not enough data");
  await expect(preview.getByRole("list", { name: "Accounts that change their band" }).getByRole("listitem")).toHaveCount(3);

  const other = await page.context().newPage();
  await other.goto(`/w/${place.slug}/accounts`);
  await expect(listed(other)).toHaveCount(3);
  for (const row of await listed(other).all()) await expect(row).toContainText("Not enough data");

  await page.getByLabel("What changes, and why").fill("Payment is all we know");
  await page.getByRole("button", { name: "Publish from today on" }).click();
  const versions = page.getByRole("list", { name: "Versions, the newest first" });
  await expect(versions.getByRole("listitem").first()).toContainText("Payment is all we know");
  await expect(versions.getByRole("listitem").first()).toContainText(memberOf(place, "manager").email);
  const bands = async () => {
    await other.goto(`/w/${place.slug}/accounts?band=green`);
    return listed(other).count();
  };
  await expect.poll(bands, { timeout: 40_000 }).toBe(3);
});

test("a csm may look at who would move, and not publish it", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/health/scorecards`);
  await page.getByLabel("Healthy from").fill("71");
  await page.getByRole("button", { name: "See who would move" }).click();
  await expect(page.getByText("A manager or an admin can publish it.")).toBeVisible();
  await expect(page.getByRole("button", { name: "Publish from today on" })).toHaveCount(0);
});
