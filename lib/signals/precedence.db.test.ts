import { expect, test } from "vitest";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { addDays } from "@/lib/kernel/period";
import { withTenant } from "@/lib/platform/db";
import { readPrecedence } from "@/lib/signals/precedence";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";

process.env.BELLWETHER_TODAY = "2026-06-30";
await testDatabase();

const NOON = new Date("2026-06-30T12:00:00Z");
const on = (day: number) => addDays("2026-01-01", day);
const names = (letter: string, count: number) => Array.from({ length: count }, (_, place) => `${letter}${place}`);

test("of twelve unhappy ones six leave within 90 days, of thirty others none", async () => {
  const scope = await aWorkspace({ timeZone: "UTC" });
  const [leaving, staying, others] = [names("l", 6), names("s", 6), names("o", 30)];
  const all = [...leaving, ...staying, ...others];
  await importText(scope, "accounts", `externalId,name,startedAt\n${all.map((id) => `${id},${id},2025-12-01`).join("\n")}\n`);
  const ends = (id: string) => (leaving.includes(id) ? on(60) : "");
  await importText(
    scope,
    "subscriptions",
    `externalId,account,startedAt,endedAt,amount,interval\n${all.map((id) => `${id},${id},2025-12-01,${ends(id)},100,month`).join("\n")}\n`,
  );
  const unhappy = [...leaving, ...staying].map((id) => `${id},${id},csat,1,${on(20)}`);
  // An answer whose 90 days are not over says nothing yet.
  await importText(
    scope,
    "survey-responses",
    `externalId,account,kind,score,answeredAt\n${[...unhappy, `late,o0,csat,1,${on(120)}`].join("\n")}\n`,
  );
  await bringUpToDate(scope, NOON);
  const found = await withTenant(scope, ({ sql }) => readPrecedence(sql, scope, NOON), "read");
  const told = found.find(({ kind }) => kind === "detractor");
  expect(told).toMatchObject({ openings: 12, churned: 6, share: 0.5, verdict: "more" });
  // At the ends of January and February 42 and 42 paid, of whom 6 and 6 left; March's 90 days ended yesterday: 36 and none.
  expect(told?.base).toBeCloseTo(12 / 120, 12);
  expect(told?.interval?.[0]).toBeGreaterThan(0.2);
  expect(found.find(({ kind }) => kind === "payment-failed")).toMatchObject({
    openings: 0,
    share: null,
    interval: null,
    verdict: "cannot tell yet",
  });
}, 60_000);
