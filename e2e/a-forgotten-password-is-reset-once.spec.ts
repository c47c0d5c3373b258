import { expect, test } from "@playwright/test";
import { cookieOf, open, tryToSignIn } from "./support/doorway";
import { memberOf, type Place, populate, spareOf } from "./support/places";
import { signIn } from "./support/sign-in";

let place: Place;
test.beforeAll(async () => {
  place = await populate("forgotten");
});

test("without mail the sign-in page says who helps, an admin makes a link, and it sets one password", async ({ page, browser }) => {
  const member = spareOf(place, 1);
  const before = await cookieOf(member);
  const theirs = await (await browser.newContext()).newPage();
  await theirs.goto("/sign-in");
  await theirs.getByRole("link", { name: "Forgotten the password?" }).click();
  await expect(theirs.getByText("Ask an owner or admin of your workspace: under Settings, People")).toBeVisible();

  await signIn(page, memberOf(place, "admin"));
  await page.goto(`/w/${place.slug}/settings/people`);
  await expect(page.getByRole("button", { name: `New password for ${memberOf(place, "owner").email}` })).toHaveCount(0);
  await page.getByRole("button", { name: `New password for ${member.email}` }).click();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Reset link").inputValue();

  const path = new URL(link).pathname;
  for (const headers of [{}, { purpose: "prefetch" }, { "user-agent": "mail scanner" }])
    expect((await open(path, "", headers)).status).toBe(200);
  await theirs.goto(link);
  await expect(theirs.getByText(member.email)).toBeVisible();
  await theirs.getByLabel("New password").fill("password1");
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(theirs.getByRole("alert").filter({ hasText: "first that anyone would guess" })).toBeVisible();
  await theirs.getByLabel("New password").fill("three words and more");
  await theirs.getByRole("button", { name: "Change the password" }).click();
  await expect(theirs.getByText("Your password is changed. Sign in with the new one.")).toBeVisible();

  expect((await open("/workspaces", before)).status).toBe(307);
  expect((await tryToSignIn(member)).status).toBe(401);
  await signIn(theirs, { email: member.email, password: "three words and more" });
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { name: "This link is over" })).toBeVisible();
});
