import { expect, test } from "vitest";
import { contentPolicy, securityHeaders } from "@/lib/platform/content-policy";

test("an inline script runs with the page's nonce and in no other way", () => {
  const policy = contentPolicy("abc", { isDevelopment: false, isGuarded: true });
  const scripts = policy.split("; ").find((rule) => rule.startsWith("script-src"));
  expect(scripts).toBe("script-src 'self' 'nonce-abc' 'strict-dynamic'");
  expect(policy).toContain("upgrade-insecure-requests");
});

test("a year of TLS is demanded only where there is TLS", () => {
  // 365 days × 86,400 s = 31,536,000 s
  expect(securityHeaders(true)["strict-transport-security"]).toContain("max-age=31536000");
  expect(securityHeaders(false)).not.toHaveProperty("strict-transport-security");
});
