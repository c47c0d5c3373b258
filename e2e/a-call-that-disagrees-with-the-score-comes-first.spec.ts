import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";
import { workedIn } from "./support/worked-in";

let place: Place;

// Three renewals; once health stands, the account of the last is made a healthy one.
test.beforeAll(async ({ browser }) => {
  place = await populate("calls");
  await asAdministrator(
    `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, term_months, currency)
     SELECT workspace_id, 'crm', 'C-' || right(name, 1), id, current_date + 10 * right(name, 1)::int, 1000000, 12, 'USD' FROM app.account WHERE workspace_id = $1`,
    [place.workspaceId],
  );
  const page = await browser.newPage();
  await signIn(page, memberOf(place, "csm"));
  await workedIn(page, place);
  await page.close();
  await asAdministrator(
    `UPDATE app.health_day h SET score = 80, band = 'green', coverage = 1 FROM app.account a
     WHERE a.id = h.account_id AND a.workspace_id = $1 AND h.workspace_id = $1 AND a.name LIKE '% 3'`,
    [place.workspaceId],
  );
});

test("a renewal called lost though the score says healthy comes first, and the call stands as it was made", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/renewals`);
  const rows = page.getByRole("region", { name: "Renewals due" }).getByRole("row");
  await expect(page.getByTestId("due-total")).toHaveText("3 open renewals worth $30,000.00 a year");
  await expect(rows.nth(1)).toContainText(`${place.word} account 1`);

  await page.getByRole("button", { name: `Call the renewal of ${place.word} account 3` }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog).toContainText("The score says Healthy, 80.0 of 100.");
  await dialog.getByRole("radio", { name: "Lose" }).click();
  await expect(dialog).toContainText("You say the opposite; it will come first on the list.");
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByLabel("Why").fill("Their sponsor left.");
  await dialog.getByRole("button", { name: "Save the call" }).click();
  await expect(dialog).toBeHidden();

  await expect(rows.nth(1)).toContainText(`${place.word} account 3`);
  await expect(rows.nth(1)).toContainText("the score says Healthy");
  await expect(rows.nth(1)).toContainText("Their sponsor left.");
  await page.getByRole("radio", { name: "Disagree 1" }).click();
  await expect(rows).toHaveCount(2);
  await expect(page).toHaveURL(/shown=disagree/);

  const said = await asAdministrator<{ call: string; band: string; author: string }>(
    "SELECT call, band, author FROM app.renewal_call WHERE workspace_id = $1",
    [place.workspaceId],
  );
  expect(said).toEqual([{ call: "lose", band: "green", author: memberOf(place, "csm").email }]);
});

test("to grow at less is refused, in words, and nothing is written down", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/renewals`);
  await page.getByRole("button", { name: `Call the renewal of ${place.word} account 1` }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("radio", { name: "Grow" }).click();
  await dialog.getByLabel("Expected amount in USD").fill("9,000");
  await dialog.getByRole("button", { name: "Save the call" }).click();
  await expect(dialog.getByRole("alert")).toContainText("To grow is to renew at more than the $10,000.00 of now.");
});

test("a viewer reads the renewals and calls none", async ({ page }) => {
  await signIn(page, memberOf(place, "viewer"));
  await page.goto(`/w/${place.slug}/renewals`);
  await expect(page.getByTestId("due-total")).toBeVisible();
  await expect(page.getByRole("button", { name: /^Call/ })).toHaveCount(0);
});
