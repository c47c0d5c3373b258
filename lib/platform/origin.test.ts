import { expect, test } from "vitest";
import { isOwnOrigin } from "@/lib/platform/origin";

const APP = "https://bell.example.com";
const OWN = [
  { "sec-fetch-site": "same-origin", origin: APP },
  { "sec-fetch-site": "same-origin" },
  { origin: APP },
  // The address bar says 127.0.0.1 while APP_URL says localhost: the browser itself vouches that it is the same.
  { "sec-fetch-site": "same-origin", origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" },
];
const FOREIGN = [
  {},
  { "x-forwarded-host": "bell.example.com" },
  { origin: "null" },
  { origin: "https://evil.example" },
  { origin: "https://evil.example", "x-forwarded-host": "evil.example", host: "evil.example" },
  { origin: "http://bell.example.com" },
  { origin: "https://bell.example.com:8443" },
  { origin: "https://bell.example.com.evil.example" },
  { "sec-fetch-site": "same-site", origin: APP },
  { "sec-fetch-site": "cross-site", origin: APP },
  { "sec-fetch-site": "none", origin: APP },
  { "sec-fetch-site": "none" },
  { "sec-fetch-site": "same-origin", origin: "https://evil.example", host: "bell.example.com" },
];

test.each(OWN)("our own page is let in: %j", (headers) => {
  expect(isOwnOrigin(new Headers(headers as Record<string, string>), APP)).toBe(true);
});

test.each(FOREIGN)("anything else is not: %j", (headers) => {
  expect(isOwnOrigin(new Headers(headers as Record<string, string>), APP)).toBe(false);
});
