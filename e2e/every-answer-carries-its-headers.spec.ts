import { readdirSync } from "node:fs";
import { expect, test } from "@playwright/test";
import { builtRoutes, cookieOf, open, tryToSignIn } from "./support/doorway";
import { memberOf, populate } from "./support/places";

test("every address answers with the headers that keep a page its own", async () => {
  const place = await populate("headers");
  const cookie = await cookieOf(memberOf(place, "owner"));
  for (const { path, isPage } of builtRoutes()) {
    const filled = path
      .replace("[workspace]", place.slug)
      .replace("[accountId]", place.accountIds[0] ?? "")
      .replace("[metricId]", "mrr")
      .replace("[token]", "x")
      .replace("[...nextauth]", "csrf");
    for (const answer of [await open(filled, cookie), await open(filled)]) {
      const said = (name: string) => `${path}: ${answer.headers.get(name)}`;
      const policy = answer.headers.get("content-security-policy") ?? "";
      expect(policy, path).toMatch(/script-src 'self' 'nonce-[0-9a-f]{32}' 'strict-dynamic'(;|$)/);
      for (const rule of ["object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "default-src 'self'"])
        expect(policy, path).toContain(rule);
      expect(said("x-content-type-options")).toBe(`${path}: nosniff`);
      expect(said("referrer-policy")).toBe(`${path}: same-origin`);
      expect(said("cross-origin-opener-policy")).toBe(`${path}: same-origin`);
      expect(said("cache-control")).toContain("no-store");
      expect(said("x-powered-by")).toBe(`${path}: null`);
      expect(said("strict-transport-security")).toBe(`${path}: null`);
      if (isPage && answer.status === 200) {
        const nonce = /nonce-([0-9a-f]{32})/.exec(policy)?.[1];
        const scripts = [...(await answer.text()).matchAll(/<script(?![^>]*noModule)([^>]*)>/g)].map(([, attributes]) => attributes ?? "");
        expect(scripts.length).toBeGreaterThan(0);
        expect(
          scripts.filter((attributes) => !attributes.includes(`nonce="${nonce}"`)),
          path,
        ).toEqual([]);
      } else {
        await answer.body?.cancel();
      }
    }
  }
});

test("the session's cookie is for the server alone and does not travel from other sites", async () => {
  const place = await populate("cookies");
  const answer = await tryToSignIn(memberOf(place, "viewer"));
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith("bellwether.session=")) ?? "";
  expect(cookie).toMatch(/; HttpOnly/i);
  expect(cookie).toMatch(/; SameSite=Lax/i);
  expect(cookie).toMatch(/; Path=\//i);
  expect(cookie).not.toMatch(/Domain=/i);
});

test("what is dangerous in the framework is off", async () => {
  for (const path of ["/_next/image?url=%2Ficon.png&w=64&q=75", "/_next/image?url=http%3A%2F%2F127.0.0.1%2F&w=64&q=75"])
    expect((await open(path)).status).toBe(404);
  const files = readdirSync(".next/static", { recursive: true }).map(String);
  expect(files.filter((file) => file.endsWith(".map"))).toEqual([]);
});
