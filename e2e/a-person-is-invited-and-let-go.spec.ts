import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test } from "@playwright/test";
import { memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;
test.beforeAll(async () => {
  place = await populate("people");
});

async function expectNoBarriers(page: Page, what: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]).analyze();
  expect(violations.map(({ id, nodes }) => `${what}: ${id} ${nodes[0]?.target}`)).toEqual([]);
}

test("a person is invited by link, joins with a password of their own, is given another role and let go", async ({ page, browser }) => {
  const people = `/w/${place.slug}/settings/people`;
  await signIn(page, memberOf(place, "owner"));
  await page.goto(people);
  await page.getByLabel("E-mail").fill(`grace@${place.slug}.test`);
  await page.getByLabel("Role", { exact: true }).selectOption("viewer");
  await page.getByRole("button", { name: "Invite", exact: true }).click();
  const lost = await page.getByLabel("Invitation link").inputValue();
  await page.reload();
  await expect(page.getByLabel("Invitation link")).toHaveCount(0);
  await page.getByRole("button", { name: `New link for grace@${place.slug}.test` }).click();
  await expect(page.getByRole("listitem").filter({ hasText: `grace@${place.slug}.test` })).toContainText("no mail is set up here");
  await expectNoBarriers(page, "people");
  const link = await page.getByLabel("Invitation link").inputValue();
  expect(link).not.toBe(lost);

  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto(lost);
  await expect(theirs.getByRole("heading", { name: "This invitation is over" })).toBeVisible();
  await theirs.goto(link);
  await expectNoBarriers(theirs, "invitation");
  await theirs.getByLabel("Your name").fill("Grace");
  await theirs.getByLabel("A password").fill("password1");
  await theirs.getByRole("button", { name: "Accept and join" }).click();
  await expect(theirs.getByRole("alert").filter({ hasText: "first that anyone would guess" })).toBeVisible();
  await theirs.getByLabel("A password").fill("three words and more");
  await theirs.getByRole("button", { name: "Accept and join" }).click();
  await theirs.waitForURL(`**/w/${place.slug}/**`);
  await theirs.goto(people);
  await expect(theirs.getByText("Grace · you")).toBeVisible();
  await expect(theirs.getByRole("button", { name: "Invite", exact: true })).toHaveCount(0);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This invitation is over" })).toBeVisible();

  await page.reload();
  await page.getByRole("button", { name: `Remove grace@${place.slug}.test` }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Remove" }).click();
  await expect(page.getByText("Grace", { exact: true })).toHaveCount(0);
  await theirs.goto(people);
  await expect(theirs.getByRole("heading", { name: "Who works here, and how do we count?" })).toHaveCount(0);
});

test("a workspace of one's own is made, and removed by typing its address", async ({ page }) => {
  await signIn(page, memberOf(place, "manager"));
  await page.goto("/workspaces");
  await expectNoBarriers(page, "workspaces");
  await page.getByLabel("Name").fill(`Söhne & ${place.word}`);
  const slug = `sohne-${place.word.toLowerCase()}`;
  await expect(page.getByLabel("Address")).toHaveValue(slug);
  await page.getByLabel("Currency").selectOption("CHF");
  await page.getByLabel("Time zone").selectOption("Europe/Zurich");
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await page.waitForURL(`**/w/${slug}/overview`);
  await page.goto(`/w/${slug}/settings/workspace`);
  await expect(page.getByLabel("Currency")).toHaveValue("CHF");
  await page.getByLabel("Grace for renewals, in days").fill("45");
  await page.getByRole("button", { name: "Save" }).last().click();
  await expect(page.getByText("Saved. The numbers are being counted anew.")).toBeVisible();
  await page.reload();
  await expect(page.getByLabel("Grace for renewals, in days")).toHaveValue("45");
  await page.getByRole("button", { name: "Remove this workspace" }).click();
  const remove = page.getByRole("button", { name: "Remove it for ever" });
  await expect(remove).toBeDisabled();
  await page.getByLabel(`Type ${slug} to confirm`).fill(slug);
  await remove.click();
  await page.waitForURL("**/workspaces");
  await expect(page.getByRole("link", { name: /Söhne/ })).toHaveCount(0);
});

for (const colorScheme of ["light", "dark"] as const) {
  test(`sign-in and settings put no barriers in anybody's way, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto("/sign-in");
    await expectNoBarriers(page, "sign-in");
    await signIn(page, memberOf(place, "admin"));
    for (const tab of ["people", "workspace", "profile"]) {
      await page.goto(`/w/${place.slug}/settings/${tab}`);
      await expectNoBarriers(page, tab);
      await page.setViewportSize({ width: 360, height: 740 });
      expect([tab, await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth)]).toEqual([
        tab,
        false,
      ]);
      await page.setViewportSize({ width: 1440, height: 900 });
    }
  });
}

test("a page tells nobody a password that was typed before the page came alive", async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill("ada@example.com");
  await page.getByLabel("Password").fill("typed too early");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForLoadState();
  expect(page.url()).not.toContain("typed");
});
