import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";
import { workedIn } from "./support/worked-in";

let place: Place;

test.beforeAll(async ({ browser }) => {
  place = await populate("aims");
  const page = await browser.newPage();
  await signIn(page, memberOf(place, "csm"));
  await workedIn(page, place);
  await page.close();
});

/** The records of the place end before what a target is offered from. */
const NOW = "t12m:2026-11";

const metric = (page: Page, period: string, where = "") => page.goto(`/w/${place.slug}/metrics/mrr?period=${period}${where}`);

test("a target set on a number's page stands there, on its trend, on the overview and in the settings, and is in the audit", async ({
  page,
}) => {
  await signIn(page, memberOf(place, "manager"));
  await metric(page, NOW);
  await page.getByRole("button", { name: "Set a target" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("Target of Monthly recurring revenue");
  await dialog.getByLabel("Goal, in USD").fill("many");
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog.getByRole("alert")).toContainText("Write the goal as a number, such as 110. Nothing was saved.");
  await dialog.getByLabel("Goal, in USD").fill("1,000,000,000");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  const target = page.getByTestId("target");
  await expect(target).toHaveText(/target \$1B\s*(not met yet|missed)/);
  await expect(page.getByRole("figure").first()).toContainText("The grey dashed line is the target, $1,000,000,000.00 at the end.");
  await page.getByRole("figure").first().getByRole("button", { name: "Show as a table" }).click();
  await expect(page.getByRole("columnheader", { name: "Target (USD)" })).toBeVisible();

  await page.goto(`/w/${place.slug}/overview?period=${NOW}`);
  await expect(page.getByRole("region", { name: "Headline numbers" }).getByTestId("target")).toHaveText(/target \$1B/);
  await page.goto(`/w/${place.slug}/settings/targets`);
  await expect(page.getByRole("list", { name: "Targets" })).toContainText("$1B");

  const audited = await asAdministrator("SELECT actor FROM app.audit WHERE workspace_id = $1 AND action = 'target.set'", [
    place.workspaceId,
  ]);
  expect(audited).toEqual([{ actor: memberOf(place, "manager").email }]);
});

test("over periods of another length, and of some accounts, the number is not held against it", async ({ page }) => {
  await signIn(page, memberOf(place, "viewer"));
  await metric(page, "2026-11");
  await expect(page.getByTestId("value")).toBeVisible();
  await expect(page.getByTestId("target")).toHaveCount(0);
  await metric(page, NOW, `&segment=${place.word}`);
  await expect(page.getByTestId("target")).toHaveText(/target \$1B\s*for all accounts/);
  await expect(page.getByRole("button", { name: /^(Set a target|Change|Set another)$/ })).toHaveCount(0);
});
