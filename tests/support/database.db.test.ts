import { expect, test } from "vitest";
import { identity } from "@/lib/platform/identity";
import { testDatabase } from "./database";

await testDatabase();

test("a suite's database is migrated and reached as the app's own role", async () => {
  const created = await identity("create_workspace", ["acme", "Acme", "USD", "UTC", false, null]);
  expect(created).toHaveLength(1);
});
