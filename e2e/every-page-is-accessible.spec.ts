import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { PAGES } from "./support/pages";
import { signIn } from "./support/sign-in";

async function faults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${page.url()} ${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
  );
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    await page.goto("/sign-in");
    const found = await faults(page);
    await signIn(page);
    for (const path of [...PAGES, "nothing-here"]) {
      await page.goto(`/w/demo/${path}`);
      await expect(page.getByRole("heading").first()).toBeVisible();
      found.push(...(await faults(page)));
    }
    await page.goto("/w/demo/accounts");
    await page.getByRole("row").getByRole("link").first().click();
    await expect(page.getByTestId("account-mrr")).toBeVisible();
    found.push(...(await faults(page)));
    await page.keyboard.press("Control+k");
    await expect(page.getByRole("dialog")).toBeVisible();
    found.push(...(await faults(page)));
    expect(found).toEqual([]);
  });
}
