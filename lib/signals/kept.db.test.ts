import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { addDays } from "@/lib/kernel/period";
import { withTenant, withTenantConnection } from "@/lib/platform/db";
import type { MemberScope, Scope } from "@/lib/platform/scope";
import { openSignals } from "@/lib/signals/data";
import { changeSignal, snoozeSignal, unsnoozeSignal } from "@/lib/signals/mutations";
import { checkSignals, rebuildSignals } from "@/lib/signals/rebuild";
import { refreshSignals } from "@/lib/signals/refresh";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";
import { peopled } from "@/tests/support/people";
import { spellsFor, spellsIn } from "@/tests/support/signals";

process.env.BELLWETHER_TODAY = "2026-06-30";
await testDatabase();

const FIRST = "2026-01-01";
const at = (place: number) => addDays(FIRST, place);
const noon = (place: number) => new Date(`${at(place)}T12:00:00Z`);

async function start(scope: Scope): Promise<void> {
  await importText(scope, "accounts", `externalId,name,startedAt\na,a,${FIRST}\nb,b,${FIRST}\n`);
  await importText(
    scope,
    "subscriptions",
    `externalId,account,startedAt,amount,interval\na,a,${FIRST},100,month\nb,b,${FIRST},100,month\n`,
  );
}

async function again(scope: Scope): Promise<string[]> {
  await withTenantConnection(scope, ({ sql }) => sql("UPDATE app.health_derivation SET signals = '{}', definition = ''"));
  await bringUpToDate(scope, noon(150));
  return spellsIn(scope);
}

type Told = { account: "a" | "b"; day: number; kind: "ticket" | "nps" | "csat" | "use" | "end"; score: number };

const told = fc.record<Told>({
  account: fc.constantFrom("a", "b"),
  day: fc.integer({ min: 20, max: 150 }),
  kind: fc.constantFrom("ticket", "ticket", "nps", "csat", "use", "use", "use", "end"),
  score: fc.integer({ min: 1, max: 5 }),
});

let made = 0;

async function tell(scope: Scope, { account, day, kind, score }: Told): Promise<void> {
  made += 1;
  if (kind === "ticket")
    await importText(scope, "tickets", `externalId,account,createdAt\n${made}-1,${account},${at(day)}\n${made}-2,${account},${at(day)}\n`);
  else if (kind === "use") {
    const days = Array.from({ length: 30 }, (_, place) => `${account},u${score},f,${at(day - place)},${score}`);
    await importText(scope, "usage", `account,user,feature,at,count\n${days.filter((line) => !line.includes("2025")).join("\n")}\n`);
  } else if (kind === "end") {
    await importText(
      scope,
      "subscriptions",
      `externalId,account,startedAt,endedAt,amount,interval\n${account},${account},${FIRST},${at(day)},100,month\n`,
    );
  } else
    await importText(
      scope,
      "survey-responses",
      `externalId,account,kind,score,answeredAt\n${made},${account},${kind},${score},${at(day)}\n`,
    );
}

test("whatever is told, in whatever order, the spells that were kept are those made anew from all of it", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(told, fc.integer({ min: 30, max: 150 })), { minLength: 3, maxLength: 7 }), async (rounds) => {
      const scope = await aWorkspace({ timeZone: "UTC" });
      await start(scope);
      const days = rounds.map(([, day]) => day).sort((one, other) => one - other);
      for (const [place, [round]] of rounds.entries()) {
        await tell(scope, round);
        await bringUpToDate(scope, noon(days[place] ?? 150));
      }
      await bringUpToDate(scope, noon(150));
      const kept = await spellsIn(scope);
      expect(await again(scope)).toEqual(kept);
    }),
    { numRuns: 4 },
  );
}, 240_000);

let scope: MemberScope;

beforeAll(async () => {
  [scope] = await peopled("kept", ["manager"]);
  await start(scope);
  await importText(scope, "survey-responses", `externalId,account,kind,score,answeredAt\n1,a,csat,1,${at(140)}\n2,b,csat,2,${at(140)}\n`);
  await bringUpToDate(scope, noon(150));
});

const open = async (request = {}) =>
  (await withTenant(scope, ({ sql }) => openSignals(sql, scope, request), "read")).filter(({ kind }) => kind === "detractor");

test("a snooze needs a day to come and a reason, and hides the signal without closing it", async () => {
  const [worst] = await open();
  if (!worst) throw new Error("nothing is open");
  const key = { account: worst.accountId, kind: worst.kind, reason: worst.reason };
  const snooze = (until: string) => withTenant(scope, ({ sql }) => snoozeSignal(sql, scope, { ...key, until, why: "They are on holiday" }));
  await expect(snooze("2026-06-30")).rejects.toThrow();
  await snooze("2026-07-05");
  expect((await open()).map(({ accountId }) => accountId)).not.toContain(worst.accountId);
  expect((await open({ withSnoozed: true })).find(({ accountId }) => accountId === worst.accountId)?.snooze).toEqual({
    untilDay: "2026-07-05",
    why: "They are on holiday",
    author: scope.actor.email,
  });
  expect(await spellsFor(scope, "a", "detractor")).toEqual([["csat", at(140), at(150), null]]);
  await withTenant(scope, ({ sql }) => unsnoozeSignal(sql, key));
  expect(await open()).toHaveLength(2);
});

test("a changed threshold makes the history again, and a signal that is off has none", async () => {
  const change = async (enabled: boolean, thresholds: Record<string, number>) => {
    await withTenant(scope, ({ sql }) => changeSignal(sql, scope, { kind: "detractor", enabled, thresholds }));
    await refreshSignals(scope);
  };
  await change(true, { csat: 1, lasts: 5 });
  expect(await spellsFor(scope, "b", "detractor")).toEqual([]);
  expect(await spellsFor(scope, "a", "detractor")).toEqual([["csat", at(140), at(144), at(145)]]);
  await change(false, {});
  expect(await spellsFor(scope, "a", "detractor")).toEqual([]);
  await change(true, { csat: 2, lasts: 30 });
  expect(await open()).toHaveLength(2);
});

test("a rebuild beside them finds no difference, and finds one that was made", async () => {
  const [{ rows } = { rows: 0 }] = await withTenant(
    scope,
    ({ sql }) => sql<{ rows: number }>("SELECT count(*)::int AS rows FROM app.signal"),
    "read",
  );
  expect(await checkSignals(scope)).toEqual({ signal: { rows, different: 0 } });
  await withTenant(scope, ({ sql }) => sql("UPDATE app.signal SET strength = 0.5 WHERE kind = 'detractor' RETURNING 1"));
  expect(await checkSignals(scope)).toEqual({ signal: { rows, different: 4 } });
  expect(await rebuildSignals(scope)).toEqual({ signal: { rows, different: 0 } });
});

test("of an account that is deleted nothing is left", async () => {
  await withTenant(scope, ({ sql }) => sql("DELETE FROM app.account WHERE external_id = 'b' RETURNING 1"));
  await bringUpToDate(scope, noon(150));
  const left = await withTenant(
    scope,
    ({ sql }) => sql("SELECT 1 FROM app.signal s WHERE NOT EXISTS (SELECT FROM app.account a WHERE a.id = s.account_id)"),
    "read",
  );
  expect([left.length, (await open()).length]).toEqual([0, 1]);
});
