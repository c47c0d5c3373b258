import { expect, test } from "vitest";
import { readBackTest } from "@/lib/health/back-test/data";
import { readBeginners } from "@/lib/health/features/first-use";
import { refresh } from "@/lib/ledger/refresh";
import { withTenant } from "@/lib/platform/db";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

await testDatabase();

const ASOF = new Date("2025-12-31T12:00:00Z");
const ACCOUNTS = "externalId,name,plan\nbefore,Before,Pro\nquick,Quick,Pro\nkept,Kept,Pro\nlost,Lost,Basic\nyoung,Young,Pro\n";
// Use is known from 1 February. 90 days after 1 March is 30 May; 90 more, 28 August.
const SUBSCRIPTIONS = `externalId,account,startedAt,endedAt,amount,interval
1,before,2025-01-15,,1000,month
2,quick,2025-03-01,2025-05-20,1000,month
3,kept,2025-03-01,,1000,month
4,lost,2025-03-01,2025-08-28,2000,month
5,young,2025-07-10,,1000,month
`;
const USE = `account,feature,at
before,Reports,2025-02-01
kept,Reports,2025-05-29
kept,Alerts,2025-05-30
lost,Alerts,2025-03-01
`;

test("taken up in the first 90 days, kept 90 days after them; who left before, came too late or began before use was known is not compared", async () => {
  const scope = await newWorkspace();
  await importText(scope, "accounts", ACCOUNTS);
  await importText(scope, "subscriptions", SUBSCRIPTIONS);
  await importText(scope, "usage", USE);
  await refresh(scope, ASOF);
  const found = await withTenant(scope, ({ sql }) => readBeginners(sql, scope, ASOF), "read");
  expect(found).toMatchObject({ followedDays: 90, leftBefore: 1 });
  const told = found.accounts.map(({ plan, mrr, features, kept }) => ({ plan, mrr, features, kept }));
  expect(told.sort((one, other) => Number(other.kept) - Number(one.kept))).toEqual([
    { plan: "Pro", mrr: 1000, features: ["Reports"], kept: true },
    { plan: "Basic", mrr: 2000, features: ["Alerts"], kept: false },
  ]);
});

test("an empty workspace has nothing to test, and sees nothing of others", async () => {
  const scope = await newWorkspace();
  const { backTest } = await withTenant(scope, ({ sql }) => readBackTest(sql, scope, { version: 7, asOf: ASOF }), "read");
  expect(backTest).toMatchObject({ current: 0, version: { number: 0 }, verdict: { kind: "too-few", points: 0, churns: 0, left: 0 } });
  expect(backTest.features).toEqual({ records: [], followedDays: 90, accounts: 0, leftBefore: 0 });
});
