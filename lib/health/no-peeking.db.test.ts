import { afterAll, beforeAll, expect, test } from "vitest";
import { readInputs } from "@/lib/health/inputs";
import { checkHealth } from "@/lib/health/rebuild";
import { refreshHealth } from "@/lib/health/refresh";
import { MEASURES } from "@/lib/health/registry";
import type { Day } from "@/lib/kernel/period";
import { withoutTrace } from "@/lib/ledger/comparison";
import { refresh } from "@/lib/ledger/refresh";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { touched } from "@/tests/support/health";
import { anyRecords } from "@/tests/support/health-records";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

const DAYS = ["2023-10-08", "2023-12-31", "2024-02-29", "2024-04-17", "2024-06-20"];
const LATER = new Date("2024-08-01T00:00:00Z");

type Told = { inputs: readonly (number | null)[]; ages: readonly (number | null)[]; tenureDays: number };

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

// What a record tells of a time at or after $1 is taken from it; a status that something later explains goes with that.
const FORGET = [
  `UPDATE app.ticket t SET reopens = NULL, status = NULL WHERE EXISTS (SELECT FROM app.ticket_event e WHERE e.ticket_id = t.id AND e.at >= $1)`,
  "DELETE FROM app.ticket_event WHERE at >= $1",
  "UPDATE app.ticket SET solved_at = NULL, reopens = NULL, status = NULL WHERE solved_at >= $1",
  `UPDATE app.ticket SET resolution_hours = NULL, reopens = NULL, status = NULL
   WHERE solved_at IS NULL AND opened_at + resolution_hours::float8 * interval '1 hour' >= $1`,
  "DELETE FROM app.ticket WHERE opened_at >= $1",
  "DELETE FROM app.survey_response WHERE answered_at >= $1",
  "DELETE FROM app.usage_day WHERE first_at >= $1",
  "DELETE FROM app.touchpoint WHERE at >= $1",
  "DELETE FROM app.pulse WHERE at >= $1",
  "DELETE FROM app.subscription WHERE started_at >= $1",
  "UPDATE app.subscription SET ended_at = NULL WHERE ended_at >= $1",
  "UPDATE app.subscription SET canceled_at = NULL WHERE canceled_at >= $1",
  "UPDATE app.subscription SET past_due_since = NULL WHERE past_due_since >= $1",
  "UPDATE app.subscription SET unpaid_from = NULL WHERE unpaid_from >= $1",
  "DELETE FROM app.contract WHERE due_on - make_interval(months => term_months::int) >= $1::timestamptz AT TIME ZONE 'UTC'",
  "UPDATE app.contract SET renewed_on = NULL, renewed_term_months = NULL WHERE renewed_on >= ($1::timestamptz AT TIME ZONE 'UTC')::date",
  "UPDATE app.contract SET declined_on = NULL WHERE declined_on >= ($1::timestamptz AT TIME ZONE 'UTC')::date",
];

/** What would have been known at the end of a day, had everything after it never been recorded. */
function knownThen(scope: Scope, day: Day): Promise<Map<string, Told>> {
  return withoutTrace(scope, async (sql) => {
    for (const statement of FORGET) await sql(statement, [new Date(Date.parse(day) + 86_400_000)]);
    const inputs = await readInputs(sql, { accounts: null, days: [day], timeZone: "UTC" });
    return new Map(inputs.map(({ accountId, inputs, ages, tenureDays }) => [accountId, { inputs, ages, tenureDays }]));
  });
}

async function keptOf(scope: Scope, day: Day): Promise<Map<string, Told>> {
  const rows = await rowsOf<Told & { id: string }>(
    scope,
    `SELECT account_id::text AS id, inputs, ages, tenure_days AS "tenureDays" FROM app.health_day WHERE day = $1::text::date`,
    [day],
  );
  return new Map(rows.map(({ id, ...told }) => [id, told]));
}

test.each([1, 2, 3])("a day's score does not depend on anything later (records %i)", async (seed) => {
  const scope = await aWorkspace({ timeZone: "UTC" });
  await anyRecords(scope, seed);
  await refresh(scope);
  await refreshHealth(scope, LATER);
  const seen = new Set<number>();
  for (const day of DAYS) {
    const kept = await keptOf(scope, day);
    for (const { inputs } of kept.values()) for (const [place, value] of inputs.entries()) if (value !== null) seen.add(place);
    expect([day, await knownThen(scope, day)]).toEqual([day, kept]);
  }
  expect(seen.size).toBe(MEASURES.length);
});

test("what comes in late is seen by all whom it tells of, and nothing else changes", async () => {
  const scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name,seats,startedAt\na,A,4,2026-01-01\nb,B,4,2026-01-01\n");
  await importText(scope, "usage", "account,user,feature,at\na,ana,x,2026-06-01\nb,ben,x,2026-06-01\n");
  await refresh(scope);
  await refreshHealth(scope);
  await importText(scope, "usage", "account,user,feature,at\na,ana,y,2026-06-20\n"); // until now nobody was seen from June 8 on
  await importText(scope, "tickets", "externalId,account,createdAt\nt,a,2026-05-20\n");
  await touched(scope, "call", "2026-05-02T09:00:00Z", "a");
  await refresh(scope);
  await refreshHealth(scope);
  const [b] = await rowsOf<{ inputs: (number | null)[] }>(
    scope,
    "SELECT inputs FROM app.health_day JOIN app.account a ON a.id = account_id WHERE a.external_id = 'b' AND day = '2026-06-21'",
  );
  expect(b?.inputs.slice(1, 3)).toEqual([1 / 4, 1 / 2]); // ben is a user of 4 seats, and x one of 2 features
  expect(await checkHealth(scope)).toMatchObject({ health_day: { different: 0 } });
});
