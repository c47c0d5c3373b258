import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readHistory } from "@/lib/health/back-test/history";
import { verdictOf } from "@/lib/health/back-test/verdict";
import { BUILT_IN } from "@/lib/health/config";
import { deriveDays } from "@/lib/health/days";
import { readVersions } from "@/lib/health/versions";
import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import { refresh } from "@/lib/ledger/refresh";
import { withTenant, withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

await testDatabase();

const RAVENSTACK = "../shared/data/ravenstack/ravenstack_";
const absent = existsSync(`${RAVENSTACK}accounts.csv`) ? "" : " (absent: ../shared/data/ravenstack)";

const ACCOUNTS = "externalId,name\nearly,Early\nlate,Late\nback,Back\ngap,Gap\nstays,Stays\n";
// Left on the 90th day after 31 January, on the 91st, from February into March, and for ten days in February.
const SUBSCRIPTIONS = `externalId,account,startedAt,endedAt,amount,interval
1,early,2024-11-10,2025-05-01,1000,month
2,late,2024-11-10,2025-05-02,2000,month
3,back,2024-11-10,2025-02-20,3000,month
4,back,2025-03-05,,3000,month
5,gap,2024-11-10,2025-02-10,5000,month
6,gap,2025-02-20,,5000,month
7,stays,2024-11-10,,4000,month
`;

/** The ends of so many months from one on. */
function monthEnds(first: Day, months: number): Day[] {
  return Array.from({ length: months }, (_, i) => addDays(addMonths(first, i + 1), -1));
}

async function derive(scope: Scope, days: readonly Day[], asOf: Date): Promise<void> {
  await refresh(scope, asOf);
  await withTenantConnection(scope, async ({ sql }) => {
    await deriveDays(sql, { accounts: null, days, timeZone: scope.timeZone }, await readVersions(sql));
  });
}

function historyOf(scope: Scope, asOf: Date) {
  return withTenant(scope, ({ sql }) => readHistory(sql, scope, { asOf, config: BUILT_IN }), "read");
}

test("an account counts as lost where it pays nothing within the 90 days after a month's end, and not on the 91st", async () => {
  const scope = await newWorkspace();
  await importText(scope, "accounts", ACCOUNTS);
  await importText(scope, "subscriptions", SUBSCRIPTIONS);
  const asOf = new Date("2025-06-15T12:00:00Z");
  await derive(scope, monthEnds("2025-01-01", 5), asOf);
  const names = new Map(
    (
      await withTenant(
        scope,
        ({ sql }) => sql<{ id: string; name: string }>("SELECT id::text, external_id AS name FROM app.account"),
        "read",
      )
    ).map(({ id, name }) => [id, name]),
  );
  const history = await historyOf(scope, asOf);
  const told = history.points.map(({ accountId, day, mrr, churnedOn }) => [names.get(accountId), day, mrr, churnedOn]);
  expect(told.filter(([, day]) => day === "2025-01-31").sort()).toEqual([
    ["back", "2025-01-31", 3000, "2025-02-20"],
    ["early", "2025-01-31", 1000, "2025-05-01"],
    ["gap", "2025-01-31", 5000, null],
    ["late", "2025-01-31", 2000, null],
    ["stays", "2025-01-31", 4000, null],
  ]);
  // The 90 days after 28 February end on 29 May; those after 31 March, on 29 June, which has not come.
  expect([...new Set(told.map(([, day]) => day))]).toEqual(["2025-01-31", "2025-02-28"]);
  expect(history.waiting).toBe(5 + 5 + 3);
  expect(history).toMatchObject({ left: 3 });
});

test("what was not known then changes nothing: a later churn is not seen by an earlier back-test", async () => {
  const scope = await newWorkspace();
  await importText(scope, "accounts", ACCOUNTS);
  await importText(scope, "subscriptions", SUBSCRIPTIONS);
  const then = new Date("2025-05-01T00:00:00Z");
  await derive(scope, monthEnds("2024-12-01", 3), then);
  const before = await historyOf(scope, then);
  expect(before.points.filter(({ churnedOn }) => churnedOn !== null)).toHaveLength(1);
  expect(before.left).toBe(1);
});

test.skipIf(absent !== "")(`RavenStack loses two accounts in 24 months, and the back-test refuses${absent}`, async () => {
  const scope = await newWorkspace();
  for (const kind of ["accounts", "subscriptions", "usage", "tickets"]) {
    const file = { usage: "feature_usage", tickets: "support_tickets" }[kind] ?? kind;
    const map = JSON.parse(readFileSync(`maps/ravenstack-${kind}.json`, "utf8"));
    await importText(scope, kind, readFileSync(`${RAVENSTACK}${file}.csv`), { map });
  }
  const asOf = new Date("2025-04-15T00:00:00Z");
  await derive(scope, monthEnds("2023-01-01", 24), asOf);
  const verdict = verdictOf(await historyOf(scope, asOf), BUILT_IN);
  expect(verdict).toMatchObject({ kind: "too-few", needed: 10, left: 2 });
});
