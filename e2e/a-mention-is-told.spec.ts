import { expect, test } from "@playwright/test";
import { memberOf, type Place, populate } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;
test.beforeAll(async () => {
  place = await populate("mention");
});

test("who is named in a note finds it under the bell, reads it, and has it read", async ({ page, browser }) => {
  await signIn(page, memberOf(place, "csm"));
  await page.goto(`/w/${place.slug}/accounts/${place.accountIds[0]}`);
  const dialog = page.getByRole("dialog", { name: "New note" });
  const note = dialog.getByRole("textbox", { name: "Note" });
  await expect(async () => {
    if (!(await dialog.isVisible())) await page.getByRole("button", { name: "Note", exact: true }).first().click({ timeout: 2_000 });
    await expect(dialog).toBeVisible({ timeout: 2_000 });
  }).toPass();

  await note.pressSequentially(`@${place.word} man`);
  const offered = dialog.getByRole("button", { name: `${place.word} manager` });
  await expect(offered).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(offered).toBeHidden();
  await expect(dialog).toBeVisible(); // the list alone was closed
  await note.pressSequentially("a");
  await page.keyboard.press("Enter");
  await note.pressSequentially("please call them.");
  await expect(note).toHaveValue(`@${place.word} manager please call them.`);
  await dialog.getByRole("button", { name: "Save" }).click();
  await expect(dialog).toBeHidden();

  const theirs = await (await browser.newContext()).newPage();
  await signIn(theirs, memberOf(place, "manager"));
  await theirs.goto(`/w/${place.slug}/overview`);
  await theirs.getByRole("link", { name: "Notifications: 1 unread" }).click();
  const news = theirs.getByRole("list", { name: "Notifications" }).getByRole("listitem");
  await expect(news).toHaveCount(1);
  await expect(news).toContainText("please call them.");
  await theirs.getByRole("button", { name: "Mark all as read" }).click();
  await expect(theirs.getByRole("link", { name: "Notifications", exact: true })).toBeVisible();
  await news.getByRole("link").click();
  await theirs.waitForURL(`**/w/${place.slug}/accounts/${place.accountIds[0]}`);

  await page.goto(`/w/${place.slug}/notifications`);
  await expect(page.getByText("Nothing yet")).toBeVisible();
});
