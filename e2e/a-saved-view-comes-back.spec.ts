import { expect, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

test.beforeEach(async ({ page }) => signIn(page));

test("a view is kept with its filters, columns and order, comes back from the menu and by its link, and goes when it is deleted", async ({
  page,
}) => {
  const name = `At risk ${Date.now()}`;
  await page.goto("/w/demo/accounts?band=red&sort=name&columns=mrr,nps");
  const total = (await page.getByTestId("accounts-total").textContent()) ?? "";
  await page.getByRole("button", { name: /^Views:/ }).click();
  await page.getByRole("menuitem", { name: "Keep what is seen as a view" }).click();
  await page.getByRole("textbox", { name: "Name" }).fill(name);
  await page.getByRole("button", { name: "Keep", exact: true }).click();
  await expect(page).toHaveURL(/view=/);
  const id = new URL(page.url()).searchParams.get("view");

  await page.goto("/w/demo/accounts");
  await page.getByRole("button", { name: /^Views:/ }).click();
  await page.getByRole("menuitem", { name: new RegExp(name) }).click();
  await expect(page.getByTestId("accounts-total")).toHaveText(total);
  await expect(page.getByRole("columnheader")).toHaveText(["Account", "MRR", "NPS"]);

  await page.goto(`/w/demo/accounts?view=${id}`);
  await expect(page).toHaveURL(/band=red/);
  await expect(page.getByTestId("accounts-total")).toHaveText(total);

  await page.getByRole("button", { name: /^Views:/ }).click();
  await page.getByRole("menuitem", { name: "Begin with this view" }).click();
  await expect(page.getByText(`Accounts begins with ${name} for you.`)).toBeVisible();
  await page.goto("/w/demo/accounts");
  await expect(page).toHaveURL(/band=red/);

  await page.getByRole("button", { name: /^Views:/ }).click();
  await page.getByRole("menuitem", { name: "Delete" }).click();
  await page.getByRole("button", { name: "Delete", exact: true }).click();
  await expect(page.getByText(`${name} is deleted.`)).toBeVisible();
  await page.goto("/w/demo/accounts");
  await expect(page).not.toHaveURL(/band=red/);
});
