import { randomBytes } from "node:crypto";
import type { Page } from "@playwright/test";
import { memberOf, populate } from "./places";
import { signIn } from "./sign-in";

/** Signs in as a person of the test's own, makes a workspace as people do, and returns its address's last word. Nothing is in it. */
export async function newWorkspace(page: Page, name: string): Promise<string> {
  const slug = `${name}-${randomBytes(3).toString("hex")}`;
  await signIn(page, memberOf(await populate(name), "owner"));
  await page.goto("/workspaces");
  await page.getByLabel("Name").fill(name);
  await page.getByLabel("Address").fill(slug);
  await page.getByRole("button", { name: "Make the workspace" }).click();
  await page.waitForURL(`**/w/${slug}/overview`);
  return slug;
}
