import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMetrics } from "@/lib/metrics/read";
import type { Reading } from "@/lib/metrics/types";
import { withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { createWorkspace } from "@/lib/workspaces/mutations";
import { testDatabase } from "@/tests/support/database";
import { loadGolden, MARCH, YEAR } from "./golden";

let scope: Scope;

beforeAll(async () => {
  await testDatabase();
  await createWorkspace({ slug: "golden", name: "Golden", currency: "USD", timeZone: "UTC" });
  const found = await systemScope("golden", "test");
  if (!found) throw new Error("no workspace");
  scope = found;
  await loadGolden(scope);
});

afterAll(closePool);

describe.each([MARCH, YEAR])("the paper of $period", ({ period, bridge, customers, values }) => {
  async function read(...ids: string[]): Promise<Reading[]> {
    return (await withTenant(scope, ({ sql }) => readMetrics(sql, scope, { ids, period }), "read")).metrics;
  }

  test("the bridge closes to the cent", async () => {
    const [reading] = await read("net-revenue-retention");
    expect(reading?.details).toMatchObject({ ...bridge, ...customers });
  });

  test.each(Object.entries(values))("%s", async (id, value) => {
    const [reading] = await read(id);
    expect(reading?.value).toBeCloseTo(value, 9);
  });
});
