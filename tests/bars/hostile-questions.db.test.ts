import { afterAll, beforeAll, expect, test } from "vitest";
import { ACCOUNT_SORTS } from "@/lib/accounts/choices";
import { listAccounts } from "@/lib/accounts/data";
import { UsageError } from "@/lib/kernel/usage-error";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { loadGolden } from "@/prisma/seed/golden";
import { testDatabase } from "@/tests/support/database";
import { newWorkspace } from "@/tests/support/workspace";

const BREAKS = [
  "'",
  "''",
  '"',
  "\\",
  "\\'",
  "`",
  "$$",
  ")",
  "'))",
  "%27",
  "\u02bc",
  "\uff07",
  "/*",
  "--",
  ";",
  "\n;",
  "$1",
  "::text",
  "{",
  "[",
  '["',
  "\u202e",
];
const ASKS = [
  " OR 1=1--",
  "; DROP TABLE app.account--",
  " UNION SELECT NULL,version()--",
  "; SELECT pg_sleep(9)--",
  " AND (SELECT count(*) FROM pg_class)>0--",
  "||(SELECT current_user)||",
  "; SET app.workspace_id = '00000000-0000-0000-0000-000000000000'--",
  " RETURNING *--",
];
const PAYLOADS = BREAKS.flatMap((cut) => ASKS.map((ask) => `x${cut}${ask}`));

const asOf = new Date("2024-06-01T00:00:00Z");
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
  scope = await newWorkspace();
  await loadGolden(scope);
});
afterAll(closePool);

/** Asks, and lets only the plain sentence of a wrong question pass. */
async function asked(ask: (sql: Sql) => Promise<unknown>): Promise<void> {
  await withTenantConnection(scope, ({ sql }) => ask(sql), "read").catch((error: unknown) => {
    if (!(error instanceof UsageError)) throw error;
  });
}

test(`${PAYLOADS.length} questions that try to break out of their words are words in every filter, search, period, dimension and page`, async () => {
  for (const words of PAYLOADS) {
    await asked((sql) =>
      listEvidence(sql, scope, { id: "tickets", period: "2024-03", where: { segment: words, channel: words }, search: words, asOf }),
    );
    await asked((sql) => listEvidence(sql, scope, { id: "mrr", period: "2024-03", after: words, asOf }));
    for (const sort of ["name", "weight"] as const)
      await asked((sql) =>
        listEvidence(sql, scope, { id: "mrr", period: "2024-03", after: JSON.stringify(Array(5).fill(words)), asOf, sort }),
      );
    await asked((sql) => readMetrics(sql, scope, { ids: ["mrr"], period: words, asOf }));
    await asked((sql) => readMetrics(sql, scope, { ids: [words], period: "2024-03", asOf }));
    const filters = { segment: words, plan: null, owner: words, region: null, stage: null };
    const request = { where: filters, search: words, state: null, band: null, limit: 5 };
    for (const sort of ACCOUNT_SORTS)
      await asked((sql) => listAccounts(sql, scope, { ...request, sort, after: JSON.stringify([words, scope.workspaceId]) }, asOf));
  }
  const { metrics } = await withTenantConnection(
    scope,
    ({ sql }) => readMetrics(sql, scope, { ids: ["customers"], period: "2024-03", asOf }),
    "read",
  );
  expect(metrics[0]?.value).toBeGreaterThan(0);
});
