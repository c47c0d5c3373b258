import { expect, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";
import { workedIn } from "./support/worked-in";

let place: Place;

test.beforeAll(async () => {
  place = await populate("override");
});

test("a band set by hand counts everywhere with its reason, its author and its last day, and is over by time alone", async ({ page }) => {
  const csm = memberOf(place, "csm");
  await signIn(page, csm);
  await workedIn(page, place);
  const header = page.getByTestId("account-health");
  await expect(header).toContainText("Not enough data");

  await page.getByRole("button", { name: "Set the band by hand" }).click();
  const dialog = page.getByRole("dialog", { name: "Set the band by hand" });
  await dialog.getByLabel("Band").selectOption("At risk");
  await dialog.getByLabel("Why").fill("Their sponsor leaves in December");
  await dialog.getByLabel("For how many days").fill("2");
  await dialog.getByRole("button", { name: "Set it" }).click();
  await expect(dialog).toBeHidden();

  await expect(header).toContainText("At risk");
  const note = page.getByTestId("override");
  await expect(note).toContainText("set by hand until 21 Nov 2026");
  await expect(note).toContainText("Their sponsor leaves in December");
  await expect(note).toContainText("The score says Not enough data");
  await page.goto(`/w/${place.slug}/accounts?band=red`);
  await expect(page.getByTestId("accounts-total")).toContainText("1 account,");

  // Three days go by, and nothing else happens.
  await asAdministrator(
    "UPDATE app.health_override SET at = at - interval '3 days', until_at = until_at - interval '3 days' WHERE workspace_id = $1",
    [place.workspaceId],
  );
  await page.goto(`/w/${place.slug}/accounts/${place.accountIds[0]}`);
  await expect(header).toContainText("Not enough data");
  await expect(note).toHaveCount(0);
  await page.goto(`/w/${place.slug}/accounts?band=red`);
  await expect(page.getByTestId("accounts-total")).toContainText("0 accounts,");
});
