import { readFileSync } from "node:fs";
import AxeBuilder from "@axe-core/playwright";
import { expect, test } from "@playwright/test";
import { asAdministrator, memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;

/** Score, words. */
const SAID = [
  [10, "Everything is 100% quick"],
  [2, "The export_date is wrong"],
  [3, "The exports date is wrong"],
  [9, null],
] as const;

test.beforeAll(async () => {
  place = await populate("voices");
  for (const [n, [score, comment]] of SAID.entries())
    await asAdministrator(
      `INSERT INTO app.survey_response (workspace_id, source, external_id, account_id, kind, score, scale, comment, answered_at)
       VALUES ($1, 'crm', $2, $3, 'nps', $4, 10, $5, '2026-11-10')`,
      [place.workspaceId, `r${n}`, place.accountIds[0], score, comment],
    );
});

test("answers are found by a word, letter by letter; the address keeps it, the file holds what the screen lists", async ({ page }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/feedback`);
  const answers = page.getByRole("list", { name: "Answers" }).getByRole("listitem");
  await expect(page.getByTestId("feedback-total")).toHaveText("4 answers, 3 with words, newest first");
  await expect(page.getByTestId("figure-net-promoter-score")).toHaveText("0"); // 100 × (2 − 2) ÷ 4
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  await page.getByRole("searchbox", { name: "Search their words" }).fill("T_DATE");
  await expect(page).toHaveURL(/search=T_DATE/);
  await expect(answers).toHaveCount(1);
  await expect(answers).toContainText("The export_date is wrong");
  await expect(answers).toContainText("Detractor");
  await expect(page.getByTestId("figure-net-promoter-score")).toHaveText("0"); // the search narrows the list alone

  await page.reload();
  await expect(answers).toHaveCount(1);
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "CSV" }).click()]);
  const lines = readFileSync(await file.path(), "utf8")
    .trim()
    .split("\r\n");
  expect(lines).toHaveLength(2);
  expect(lines[1]).toContain('"Detractor","The export_date is wrong"');

  await answers.getByRole("link", { name: `${place.word} account` }).click();
  await expect(page).toHaveURL(new RegExp(`/accounts/${place.accountIds[0]}`));
});

test("unhappy answers alone, and nothing where nothing matches", async ({ page }) => {
  await signIn(page, memberOf(place, "viewer"));
  await page.goto(`/w/${place.slug}/feedback?class=bad`);
  await expect(page.getByTestId("feedback-total")).toHaveText("2 answers, 2 with words, newest first");
  await page.goto(`/w/${place.slug}/feedback?search=nobody+said+this`);
  await expect(page.getByRole("heading", { name: "No answer matches" })).toBeVisible();
});
