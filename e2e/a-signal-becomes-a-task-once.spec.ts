import { expect, type Locator, type Page, test } from "@playwright/test";
import { signIn } from "./support/sign-in";

/** Presses a button until what it opens is there: the page may stand before it listens. */
async function opened(button: Locator, dialog: Locator) {
  await expect(async () => {
    if (!(await dialog.isVisible())) await button.click({ timeout: 2_000 });
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

async function makeTask(page: Page, words: RegExp) {
  const signals = page.getByRole("list", { name: "Open signals" });
  const dialog = page.getByRole("dialog", { name: "New task" });
  await opened(signals.getByRole("button", { name: /^Make a task of/ }).first(), dialog);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(page.getByText(words)).toBeVisible();
  await expect(dialog).toHaveCount(0);
}

test("a signal becomes a task once: the second time the open one is brought up to date", async ({ page }) => {
  await signIn(page);
  await page.goto("/w/demo/today?whose=all");
  const queue = page.getByRole("list", { name: "The queue" }).getByRole("listitem");
  const line = queue
    .filter({ hasText: "Suggested:" })
    .filter({ hasText: /usage −|two-way touch/ })
    .first();
  const suggested = (await line.getByRole("button").first().textContent()) ?? "";
  const name = (await line.getByRole("link").textContent()) ?? "";
  await line.getByRole("link").click();
  const tasks = page.getByRole("list", { name: "Tasks" }).getByRole("listitem");
  await makeTask(page, /The task is saved\./);
  await expect(tasks).toHaveCount(1);
  await expect(tasks).toContainText(suggested);
  await makeTask(page, /There was an open task for this reason already/);
  await expect(tasks).toHaveCount(1);

  await page.goto("/w/demo/today?whose=all");
  await expect(queue.filter({ hasText: name }).first()).toContainText(`Next: ${suggested}`);
  await page.goBack();
  const closing = page.getByRole("dialog", { name: "Close this task" });
  await opened(page.getByRole("button", { name: `Close: ${suggested}` }), closing);
  await closing.getByLabel("What came of it").fill("They will use it again from Monday.");
  await closing.getByRole("button", { name: "Done" }).click();
  await expect(tasks).toHaveCount(0);
  await page.getByRole("button", { name: "Tasks", exact: true }).click();
  await expect(page.getByRole("list", { name: "Timeline" })).toContainText("They will use it again from Monday.");
});
