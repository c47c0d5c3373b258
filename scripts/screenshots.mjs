// `npm run screenshots -- --password P [--url http://localhost:3000] [--email E] [--workspace demo] [--out docs/screens]`
// Takes the pictures of the README, in light and dark, from an app that runs already with the demo.
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { chromium } from "@playwright/test";
import { browserPath } from "./server/chromium.mjs";
import { inFewColours } from "./server/picture.mjs";
import { ROOT } from "./server/run.mjs";

const SIZE = { width: 1440, height: 900 };
const SCREENS = ["overview", "today", "account", "health", "summary"];

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    email: { type: "string", default: "demo@bellwether.example" },
    password: { type: "string" },
    workspace: { type: "string", default: "demo" },
    out: { type: "string", default: join(ROOT, "docs/screens") },
  },
});
const { url, email, password, workspace, out } = values;
if (password === undefined) {
  console.error("--password is needed: that of the person who looks.");
  process.exit(2);
}

mkdirSync(out, { recursive: true });
const browser = await chromium.launch({ executablePath: browserPath(), args: ["--no-sandbox", "--no-zygote", "--disable-gpu"] });
try {
  for (const theme of ["light", "dark"]) await take(theme);
} finally {
  await browser.close();
}

async function take(theme) {
  const context = await browser.newContext({ baseURL: url, viewport: SIZE, colorScheme: theme, reducedMotion: "reduce", locale: "en-GB" });
  const page = await context.newPage();
  await page.goto("/sign-in", { waitUntil: "networkidle" });
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.waitForURL((to) => !to.pathname.startsWith("/sign-in"));
  for (const screen of SCREENS) {
    await page.goto(screen === "account" ? await worstAccount(page) : `/w/${workspace}/${screen}`, { waitUntil: "networkidle" });
    const picture = inFewColours(await page.screenshot());
    writeFileSync(join(out, `${screen}-${theme}.png`), picture);
    console.log(`${screen}-${theme}.png, ${Math.round(picture.length / 1024)} kB`);
  }
  await context.close();
}

/** The account that Today puts first: one with something to tell. */
async function worstAccount(page) {
  await page.goto(`/w/${workspace}/today`);
  const address = await page.locator(`main a[href^="/w/${workspace}/accounts/"]`).first().getAttribute("href");
  if (address === null) throw new Error("Today is empty: there is no account to show.");
  return address;
}
