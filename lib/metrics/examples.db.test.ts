import { afterAll, beforeAll, expect, test } from "vitest";
import { BUILT_IN } from "@/lib/health/config";
import { refreshHealth } from "@/lib/health/refresh";
import { loadRecords } from "@/lib/imports/load";
import { refresh } from "@/lib/ledger/refresh";
import type { Example } from "@/lib/metrics/definition";
import { readMetrics } from "@/lib/metrics/read";
import { metrics } from "@/lib/metrics/registry";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

const SOURCE = "example";

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

test.each(metrics.map((metric) => [metric.face.id, metric] as const))(
  "%s comes to what its worked example says",
  async (id, { example }) => {
    const scope = await newWorkspace();
    await changeSettings(scope, example.settings ?? {});
    await load(scope, example);
    for (const [kind, rows] of Object.entries(example.records ?? {})) await importText(scope, kind, csvOf(rows), { source: SOURCE });
    await refresh(scope);
    if (example.weights) await scoreBy(scope, example.weights);
    const request = { ids: [id], period: "2024-03", asOf: new Date("2024-05-15T00:00:00Z") };
    const { metrics: readings } = await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, request), "read");
    const value = readings[0]?.value ?? null;
    if (example.value === null) expect(value).toBeNull();
    else expect(value).toBeCloseTo(example.value, 9);
  },
);

async function scoreBy(scope: Scope, weights: Readonly<Record<string, number>>): Promise<void> {
  const config = { ...BUILT_IN, cards: [{ id: "example", name: "Example", match: null, weights, limits: {} }] };
  await withTenantConnection(scope, ({ sql }) =>
    sql("INSERT INTO app.health_version (workspace_id, number, from_day, config, author) VALUES ($1, 1, '2024-01-01', $2, 'test')", [
      scope.workspaceId,
      config,
    ]),
  );
  await refreshHealth(scope, new Date("2024-05-15T00:00:00Z"));
}

function csvOf(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  return [columns, ...rows.map((row) => columns.map((column) => row[column] ?? ""))].map((cells) => `${cells.join(",")}\n`).join("");
}

async function load(scope: Scope, { accounts = [], contracts = [] }: Example): Promise<void> {
  const names = [...accounts, ...contracts].map(([name]) => name);
  await loadRecords(
    scope,
    "accounts",
    SOURCE,
    names.map((name) => ({ externalId: name, name })),
  );
  const priced = (account: string, part: string, amount: number, from: string, until: string | null) =>
    amount === 0
      ? []
      : [
          {
            externalId: `${account} ${part}`,
            account,
            startedAt: new Date(from),
            endedAt: until === null ? null : new Date(until),
            amount: BigInt(amount),
            currency: "USD",
            interval: "month" as const,
          },
        ];
  await loadRecords(
    scope,
    "subscriptions",
    SOURCE,
    accounts.flatMap(([name, opening, closing, before]) => [
      ...(before === undefined ? [] : priced(name, "long ago", 1_000, "2023-01-01", "2023-06-01")),
      ...priced(name, "before", opening, "2024-02-01", "2024-03-15"),
      ...priced(name, "after", closing, "2024-03-15", null),
    ]),
  );
  await loadRecords(
    scope,
    "contracts",
    SOURCE,
    contracts.map(([name, value, renewed]) => ({
      externalId: name,
      account: name,
      dueOn: "2024-03-20",
      value: BigInt(value),
      currency: "USD",
      ...(renewed === null ? { declinedOn: "2024-03-10" } : {}),
      ...(typeof renewed === "number" ? { renewedOn: "2024-03-18", renewedValue: BigInt(renewed) } : {}),
    })),
  );
}
