import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { PAGES } from "./support/pages";
import { signIn } from "./support/sign-in";

async function faults(page: Page, look: (axe: AxeBuilder) => AxeBuilder = (axe) => axe): Promise<string[]> {
  const { violations } = await look(new AxeBuilder({ page })).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${page.url()} ${id}: ${html.slice(0, 200)} ${failureSummary ?? ""}`),
  );
}

/** What axe finds on a page by day, and in its colours by night: nothing else of it is another then. */
async function inBothThemes(page: Page): Promise<string[]> {
  const byDay = await faults(page);
  await page.emulateMedia({ colorScheme: "dark" });
  await expect(page.locator("html")).toHaveCSS("color-scheme", "dark");
  const byNight = await faults(page, (axe) => axe.withRules(["color-contrast", "link-in-text-block"]));
  await page.emulateMedia({ colorScheme: "light" });
  return [...byDay, ...byNight];
}

const STEADY = 0.02;

/** What goes wrong in a page without a person seeing it: errors in the console, and what moves under the eye while it comes up. */
async function troublesOf(page: Page): Promise<{ told: string[]; moved: () => Promise<string[]> }> {
  const told: string[] = [];
  page.on("pageerror", ({ message }) => told.push(`${page.url()} ${message}`));
  page.on("console", (message) => message.type() === "error" && told.push(`${page.url()} ${message.text()}`));
  await page.addInitScript(() => {
    const seen = globalThis as { shift?: number };
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) seen.shift = (seen.shift ?? 0) + (entry as PerformanceEntry & { value: number }).value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return {
    told,
    async moved() {
      const shift = await page.evaluate(() => (globalThis as { shift?: number }).shift ?? 0);
      return shift > STEADY ? [`${page.url()} moves by ${shift}`] : [];
    },
  };
}

// In parts, so that they are looked at side by side.
test.describe.configure({ mode: "parallel" });
const PARTS = 3;

for (let part = 0; part < PARTS; part += 1) {
  test(`on no page does axe find anything, by day and by night, is there an error, or moves what is read, part ${part + 1} of ${PARTS}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
    await signIn(page);
    const { told, moved } = await troublesOf(page);
    const found: string[] = [];
    for (const path of PAGES.filter((_, place) => place % PARTS === part)) {
      await page.goto(`/w/demo/${path}`);
      await expect(page.getByRole("heading").first()).toBeVisible();
      found.push(...(await inBothThemes(page)), ...(await moved()));
    }
    expect([...found, ...told]).toEqual([]);
  });
}

test("axe finds nothing at the door, at an account, in the command bar and where nothing is", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "light", reducedMotion: "reduce" });
  await page.goto("/sign-in");
  const found = await inBothThemes(page);
  await signIn(page);
  await page.goto("/w/demo/nothing-here");
  found.push(...(await inBothThemes(page)));
  await page.goto("/w/demo/accounts");
  await page.getByRole("row").getByRole("link").first().click();
  await expect(page.getByTestId("account-mrr")).toBeVisible();
  found.push(...(await inBothThemes(page)));
  await page.keyboard.press("Control+k");
  await expect(page.getByRole("dialog")).toBeVisible();
  found.push(...(await inBothThemes(page)));
  expect(found).toEqual([]);
});
