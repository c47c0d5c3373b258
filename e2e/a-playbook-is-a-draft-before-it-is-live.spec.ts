import { expect, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;
test.beforeAll(async () => {
  place = await populate("plays");
});

const runs = () =>
  asAdministrator<{ name: string; status: string }>(
    "SELECT a.name, r.status FROM app.playbook_run r JOIN app.account a ON a.workspace_id = r.workspace_id AND a.id = r.account_id WHERE r.workspace_id = $1 ORDER BY 1",
    [place.workspaceId],
  );

/** A contract of the first account that is due 90 days after the day it is published on. */
async function aRenewalIn90Days(): Promise<void> {
  await asAdministrator(
    `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, currency)
     SELECT $1, 'crm', 'C-1', $2, (p.live_since AT TIME ZONE 'UTC')::date + 90, 100, 'USD' FROM app.playbook p WHERE p.workspace_id = $1 AND p.live_since IS NOT NULL`,
    [place.workspaceId, place.accountIds[0]],
  );
}

test("a playbook does nothing while it is a draft, makes its task once it is live, and tells what it did", async ({ page }) => {
  await signIn(page, memberOf(place, "manager"));
  await page.goto(`/w/${place.slug}/playbooks`);
  await page.getByRole("button", { name: "Make a draft: Renewal in 90 days" }).click();
  await page.waitForURL(/\/playbooks\/[0-9a-f-]{36}$/);
  await expect(page.getByText("Draft", { exact: true })).toBeVisible();
  await expect(page.getByText("Nothing happens while it is not live.")).toBeVisible();
  expect(await runs()).toEqual([]);

  await page.getByLabel("What is to be done").fill("Talk about {{account}}");
  await expect(page.getByRole("button", { name: "Publish" })).toBeDisabled();
  await page.getByRole("button", { name: "Save the draft" }).click();
  await page.getByRole("button", { name: "Publish" }).click();
  await expect(page.getByText("Live", { exact: true })).toBeVisible();
  await page.getByLabel("Left alone, in percent").fill("10");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Changes not published")).toBeVisible();
  await page.getByLabel("Left alone, in percent").fill("0");
  await page.getByRole("button", { name: "Save the draft" }).click();
  await expect(page.getByText("Changes not published")).toHaveCount(0);
  await page.getByRole("button", { name: "Turn off" }).click();
  await expect(page.getByText("Off", { exact: true })).toBeVisible();
  await aRenewalIn90Days(); // while it is off, so that turning it off stops no run
  await page.getByRole("button", { name: "Publish" }).click(); // which asks for the playbooks to be gone through
  await expect.poll(runs, { timeout: 60_000 }).toEqual([{ name: expect.stringContaining("account 1"), status: "running" }]);
  await page.reload();
  const run = page.getByRole("list", { name: "Runs" }).getByRole("listitem").first();
  await expect(run).toContainText(`Talk about ${place.word} account 1`);
  await expect(run).toContainText("Waits until");

  await page.context().clearCookies();
  await signIn(page, memberOf(place, "viewer"));
  await page.goto(`/w/${place.slug}/playbooks`);
  await expect(page.getByRole("list", { name: "Playbooks" })).toContainText("Renewal in 90 days");
  await expect(page.getByRole("button", { name: /Make a draft/ })).toHaveCount(0);
});
