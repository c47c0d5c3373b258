import type { Page } from "@playwright/test";
import { installation } from "./installation";

type Person = { readonly email: string; readonly password: string };

/** Signs in on the sign-in page, as the demo's owner unless another person is given. */
export async function signIn(page: Page, person: Person = installation().demo): Promise<void> {
  await page.goto("/sign-in");
  await page.getByLabel("E-mail").fill(person.email);
  await page.getByLabel("Password").fill(person.password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((url) => !url.pathname.startsWith("/sign-in"));
}
