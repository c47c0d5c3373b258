import { expect, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

const EMAIL = "priya.raman@bellwether.example";

async function expectNamed(page: Page): Promise<void> {
  const named = page.getByRole("main").getByText("Priya Raman");
  await expect(named.filter({ visible: true }).first()).toBeVisible();
  await expect(page.getByRole("main").getByText(EMAIL)).toHaveCount(0);
}

test("wherever an owner is a member, the member's name is shown and the address stays in the link", async ({ page }) => {
  await signIn(page);
  await page.goto(`/w/demo/accounts?owner=${encodeURIComponent(EMAIL)}`);
  await expectNamed(page);
  await expect(page.getByRole("combobox", { name: "Owner: Priya Raman" })).toBeVisible();
  const row = page.getByRole("row").nth(1);
  await expect(row.getByRole("cell", { name: "Priya Raman" })).toBeVisible();

  await row.getByRole("link").click();
  await expect(page.getByTestId("account-owner")).toHaveText("Priya Raman");
  await expectNamed(page);

  for (const path of ["overview?by=owner", `metrics/mrr?owner=${encodeURIComponent(EMAIL)}`]) {
    await page.goto(`/w/demo/${path}`);
    await expectNamed(page);
  }
});
