import { afterAll, beforeAll, expect, test } from "vitest";
import { listAccounts } from "@/lib/accounts/data";
import { refresh } from "@/lib/ledger/refresh";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import { withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { createWorkspace } from "@/lib/workspaces/mutations";
import { loadGolden } from "@/prisma/seed/golden";
import { randomOf } from "@/prisma/seed/random";
import { testDatabase } from "@/tests/support/database";

const LOADS = 500;
const AT_ONCE = 4;
const SEED = process.env.SEED ?? "one moment";
const ALL: Parameters<typeof listAccounts>[2] = {
  search: "",
  where: {},
  state: null,
  band: null,
  sort: "mrr",
  after: null,
  limit: 100,
};

let scope: Scope;

beforeAll(async () => {
  process.env.BELLWETHER_TODAY = "2024-12-15";
  await testDatabase();
  await createWorkspace({ slug: "moment", name: "Moment", currency: "USD", timeZone: "UTC" });
  const found = await systemScope("moment", "test");
  if (!found) throw new Error("no workspace");
  scope = found;
  await loadGolden(scope);
});

afterAll(closePool);

type Page = {
  header: number | null;
  sum: number;
  total: number | null;
  listed: number;
  accounts: number;
  rows: number;
  accountsMrr: number | null;
  accountsSum: number;
};

/** What a screen reads: a number, the rows behind it, and the accounts, one after another in one transaction. */
function load(): Promise<Page> {
  return withTenant(
    scope,
    async ({ sql }) => {
      const asOf = new Date("2024-12-15T00:00:00Z");
      const { metrics } = await readMetrics(sql, scope, { ids: ["mrr"], period: "2024-12", asOf });
      await new Promise((resolve) => setTimeout(resolve, 3)); // time for a write to come in between
      const evidence = await listEvidence(sql, scope, { id: "mrr", period: "2024-12", asOf, limit: 100 });
      const page = await listAccounts(sql, scope, ALL, asOf);
      return {
        header: metrics[0]?.value ?? null,
        total: evidence.total.numerator,
        sum: evidence.rows.reduce((sum, { numerator }) => sum + (numerator ?? 0), 0),
        listed: evidence.rows.length,
        accounts: page.total.accounts,
        rows: page.rows.length,
        accountsMrr: page.total.mrr,
        accountsSum: page.rows.reduce((sum, { mrr }) => sum + (mrr ?? 0), 0),
      };
    },
    "read",
  );
}

test(`the header of a page is the sum of its rows in each of ${LOADS} loads while others write (SEED=${SEED})`, {
  timeout: 240_000,
}, async () => {
  const random = randomOf(SEED);
  const seen = new Set<number | null>();
  let left = LOADS;
  let writes = 0;

  async function write(): Promise<void> {
    while (left > 0) {
      const seats = random.whole(1, 9);
      await withTenant(scope, ({ sql }) =>
        sql(
          "UPDATE app.subscription SET quantity = $1::int, version = version + 1 WHERE id = (SELECT id FROM app.subscription WHERE ended_at IS NULL ORDER BY md5(id::text || $2) LIMIT 1) RETURNING 1",
          [seats, String(random.unit())],
        ),
      );
      await refresh(scope);
      writes += 1;
    }
  }

  async function read(): Promise<void> {
    while (left > 0) {
      left -= 1;
      const page = await load();
      expect(page.total).toBeCloseTo(page.sum, 6);
      expect(page.header).toBeCloseTo(page.sum, 6);
      expect(page.accountsMrr).toBeCloseTo(page.accountsSum, 6);
      expect(page.accountsMrr).toBeCloseTo(page.header ?? Number.NaN, 6);
      expect(page.rows).toBe(page.accounts);
      seen.add(page.header);
    }
  }

  await Promise.all([write(), ...Array.from({ length: AT_ONCE }, read)]);
  expect(writes).toBeGreaterThan(10);
  expect(seen.size).toBeGreaterThan(5);
});
