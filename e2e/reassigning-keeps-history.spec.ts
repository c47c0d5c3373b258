import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;

test.beforeAll(async () => {
  place = await populate("hands");
  await asAdministrator(
    `INSERT INTO app.task (workspace_id, account_id, owner_id, title, type, reason, due_on, author)
     SELECT a.workspace_id, a.id, $2, 'Call them', 'risk', 'health', current_date + 7, 'test' FROM app.account a WHERE a.workspace_id = $1 AND a.name LIKE '% 1'`,
    [place.workspaceId, memberOf(place, "csm").memberId],
  );
});

test("a manager gives an account to somebody else: its task goes along, and who had it before is kept", async ({ page }) => {
  const [was, is] = [memberOf(place, "csm"), memberOf(place, "manager")];
  await signIn(page, is);
  await page.goto(`/w/${place.slug}/portfolio`);
  await page.getByRole("button", { name: `${place.word} csm` }).click();
  await page.getByRole("checkbox", { name: `Choose ${place.word} account 1` }).check();
  await page.getByRole("button", { name: "Give to somebody else…" }).click();
  const dialog = page.getByRole("dialog", { name: "Give 1 account to somebody else" });
  await dialog.getByLabel("New owner").selectOption({ label: `${place.word} manager` });
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await dialog.getByRole("button", { name: "Give 1 account" }).click();
  await expect(page.getByText("1 account has a new owner, and 1 task went along.")).toBeVisible();
  await expect(page.getByRole("checkbox", { name: `Choose ${place.word} account 1` })).toHaveCount(0);

  const [account] = await asAdministrator<{ id: string; owner: string }>(
    "SELECT id::text AS id, owner_email AS owner FROM app.account WHERE workspace_id = $1 AND name LIKE '% 1'",
    [place.workspaceId],
  );
  expect(account?.owner).toBe(is.email);
  const [task] = await asAdministrator<{ owner: string }>("SELECT owner_id::text AS owner FROM app.task WHERE workspace_id = $1", [
    place.workspaceId,
  ]);
  expect(task?.owner).toBe(is.memberId);
  const held = await asAdministrator<{ owner: string; ever: boolean }>(
    "SELECT owner_email AS owner, from_at = '-infinity' AS ever FROM app.account_version WHERE workspace_id = $1 AND account_id = $2 ORDER BY from_at",
    [place.workspaceId, account?.id],
  );
  expect(held).toEqual([
    { owner: was.email, ever: true },
    { owner: is.email, ever: false },
  ]);
});

test("whoever is no manager finds nothing to give away", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/portfolio?owner=${encodeURIComponent(memberOf(place, "csm").email)}`);
  await expect(page.getByRole("heading", { name: `Accounts of ${place.word} csm` })).toBeVisible();
  await expect(page.getByRole("checkbox")).toHaveCount(0);
});
