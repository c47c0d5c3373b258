import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

// Next.js caches know no tenant: what one workspace was shown, another would be.
const SHARED_CACHES = [/["']use cache/, /\bunstable_cache\b/, /force-static/, /\bcacheLife\b/, /\bcacheTag\b/, /["']force-cache["']/];

test("nothing of a tenant goes through a cache that tenants share", () => {
  const files = ["app", "components", "lib"]
    .flatMap((folder) => readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) => join(folder, path)))
    .filter((path) => /\.(ts|tsx|mjs)$/.test(path) && !path.includes("generated"));
  expect(files.length).toBeGreaterThan(20);
  const found = files.filter((path) => SHARED_CACHES.some((cache) => cache.test(readFileSync(path, "utf8"))));
  expect(found).toEqual([]);
});
