import { defineConfig } from "@playwright/test";
import { browser } from "./e2e/support/browser";
import { freePort } from "./scripts/server/postmaster.mjs";

// Chosen once: the workers read this file again, and inherit the choice.
process.env.BELLWETHER_E2E_PORT ??= String(await freePort());

export default defineConfig({
  testDir: "e2e",
  globalSetup: "./e2e/support/setup.ts",
  outputDir: "test-results",
  fullyParallel: false,
  forbidOnly: true,
  workers: 2,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  use: {
    baseURL: `http://localhost:${process.env.BELLWETHER_E2E_PORT}`,
    launchOptions: await browser(),
    screenshot: "only-on-failure",
    trace: "retain-on-failure",
    timezoneId: "UTC",
    locale: "en-GB",
  },
});
