import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";
import { workedIn } from "./support/worked-in";

test("every headline of the summary is what its metric's page says of the same period", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/summary");
  await expect(page).toHaveURL(/\/summary\/\d{4}-\d\d$/);
  for (const id of ["net-revenue-retention", "gross-revenue-retention", "customer-retention-rate", "net-promoter-score"]) {
    const figure = page.getByTestId(id === "net-promoter-score" ? `figure-${id}` : `summary-${id}`);
    const told = (await figure.innerText()).trim();
    await figure.click();
    await expect(page.getByTestId("value")).toHaveText(told);
    await page.goBack();
    await expect(page.getByRole("region", { name: "In three sentences" })).toBeVisible();
  }
});

test("a theme opens to as many answers as it counts", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/summary");
  const theme = page.getByTestId("theme-bad");
  const [, count] = / in ([\d,]+) of /.exec(await theme.innerText()) ?? [];
  await theme.getByRole("link").click();
  await expect(page.getByTestId("feedback-total")).toHaveText(new RegExp(`^${count} answers?,`));
});

let place: Place;

test.describe("a month of one's own", () => {
  test.beforeAll(async ({ browser }) => {
    place = await populate("months");
    const page = await browser.newPage();
    await signIn(page, memberOf(place, "manager"));
    await workedIn(page, place);
    await page.close();
  });

  test("a manager asks for a decision and reports the month, once; nobody else does", async ({ page }) => {
    await signIn(page, memberOf(place, "manager"));
    await page.goto(`/w/${place.slug}/summary`);
    await page.getByRole("button", { name: "Ask for decisions" }).click();
    await page.getByLabel("Decision 1").fill(`Call ${place.word}`);
    await page.getByRole("button", { name: "Save" }).click();
    await expect(page.getByRole("list", { name: "Decisions asked" })).toHaveText(`Call ${place.word}`);

    await page.getByRole("button", { name: "Report this month" }).click();
    const dialog = page.getByRole("dialog");
    expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
    await dialog.getByRole("button", { name: /^Report/ }).click();
    await expect(page.getByTestId("reported")).toContainText("No number moved since.");
    await expect(page.getByRole("button", { name: "Report this month" })).toHaveCount(0);
  });

  test("a viewer reads it, asks for nothing and reports nothing", async ({ page }) => {
    await signIn(page, memberOf(place, "viewer"));
    await page.goto(`/w/${place.slug}/summary`);
    await expect(page.getByRole("heading", { level: 1 })).toHaveText("What happened, why, what do we decide?");
    await expect(page.getByRole("button", { name: /Report|Ask for/ })).toHaveCount(0);
  });
});

test("on paper it is two pages, light, without what is for clicking", async ({ page }) => {
  await page.emulateMedia({ colorScheme: "dark" });
  await signIn(page);
  await page.goto("/w/demo/summary");
  await expect(page.getByRole("region", { name: "In three sentences" })).toBeVisible();
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(2);
  await page.emulateMedia({ media: "print", colorScheme: "dark" });
  await expect(page.getByRole("navigation")).toHaveCount(0);
  await expect(page.getByText(/^Demo, \w{3} \d{4}, all accounts\. Printed from Bellwether as of/)).toBeVisible();
  expect(await page.evaluate(() => getComputedStyle(document.body).backgroundColor)).toBe("rgb(255, 255, 255)");
});
