import { beforeAll, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { readMetrics } from "@/lib/metrics/read";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { readSummary } from "@/lib/summary/data";
import { askDecisions, reportMonth } from "@/lib/summary/mutations";
import { readingsOf } from "@/lib/summary/reported/rules";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-10";
await testDatabase();

const NOON = new Date("2026-11-10T12:00:00Z");

let manager: MemberScope;

beforeAll(async () => {
  [manager] = await peopled("summary", ["manager"]);
  await importText(manager, "accounts", "externalId,name\na,Acme\nb,Birch\nc,Cedar\nd,Dogwood\n");
  await importText(
    manager,
    "subscriptions",
    [
      "externalId,account,startedAt,endedAt,amount,interval,churnReason",
      "sa,a,2025-01-01,,100000,month,",
      "sb,b,2025-01-01,2026-10-15,40000,month,too expensive",
      "sc,c,2025-01-01,2026-10-20,20000,month,",
      "sd,d,2026-10-05,,70000,month,",
    ].join("\n"),
  );
  const tickets = ["01", "11", "19"].map((day) => `t${day},c,2026-10-${day}`).join("\n");
  await importText(manager, "tickets", `externalId,account,createdAt\n${tickets}\n`);
  const answers = ["exports fail", "exports are slow", "exports again", "all good"].map(
    (comment, n) => `r${n},a,nps,${n < 3 ? 2 : 10},${comment},2026-10-0${n + 1}`,
  );
  await importText(manager, "survey-responses", `externalId,account,kind,score,comment,answeredAt\n${answers.join("\n")}\n`);
  await refresh(manager);
});

const summary = (month = "2026-10") => withTenant(manager, ({ sql }) => readSummary(sql, manager, { month }, NOON), "read");

test("its numbers are the metric pages' over the same periods", async () => {
  for (const reading of readingsOf(await summary())) {
    const period = `${reading.period.start}..${reading.period.end}`;
    const request = { ids: [reading.id], period, asOf: NOON };
    const { metrics } = await withTenant(manager, ({ sql }) => readMetrics(sql, manager, request), "read");
    expect([reading.id, reading.value, reading.rows]).toEqual([reading.id, metrics[0]?.value, metrics[0]?.rows]);
  }
});

test("losses and gains add up with the bridge, each with the cause the records tell", async () => {
  const { bridge, losses, gains, voice, load } = await summary();
  // 1,600 + 700 − 400 − 200 = 1,700
  expect(bridge.details).toMatchObject({ opening: 160_000, new: 70_000, churned: 60_000, closing: 170_000 });
  expect(losses.map(({ name, by, cause }) => [name, by, cause.words])).toEqual([
    ["Birch", -40_000, "“too expensive”"],
    ["Cedar", -20_000, "before it: 3 tickets in 60 days"],
  ]);
  expect(gains.map(({ name, by }) => [name, by])).toEqual([["Dogwood", 70_000]]);
  expect(voice.themes).toMatchObject([{ of: "bad", word: "exports", answers: 3, all: 3, others: { answers: 0, all: 1 } }]);
  expect(load.map(({ owner, accounts }) => [owner, accounts])).toEqual([[null, 2]]);
});

test("a month that is not over is not reported", async () => {
  await expect(withTenant(manager, ({ sql }) => reportMonth(sql, manager, { month: "2026-11" }))).rejects.toThrow("Nov 2026 is not over");
  expect((await summary("2026-11")).isOpen).toBe(true);
});

test("what was reported stays as it was, and what late data moved says what it was", async () => {
  await withTenant(manager, ({ sql }) => reportMonth(sql, manager, { month: "2026-10" }));
  const then = await summary();
  expect(then.reported).toMatchObject({ author: "manager-1@summary.test", on: "2026-11-10" });
  expect(then.restated).toEqual([]);

  await importText(
    manager,
    "subscriptions",
    "externalId,account,startedAt,endedAt,amount,interval\nlate,c,2025-01-01,2026-10-20,30000,month\n",
  );
  await refresh(manager);
  const late = await summary();
  expect(late.bridge.details).toMatchObject({ opening: 190_000, churned: 90_000, closing: 170_000 });
  expect(late.reported?.readings).toEqual(then.reported?.readings);
  expect(late.restated.filter(({ id }) => id === "new-mrr")).toEqual([
    { id: "new-mrr", part: "opening", was: "$1,600.00" },
    { id: "new-mrr", part: "churned", was: "$600.00" },
  ]);

  await expect(withTenant(manager, ({ sql }) => reportMonth(sql, manager, { month: "2026-10" }))).rejects.toThrow(
    "Oct 2026 was reported already",
  );
  for (const text of ["UPDATE app.reported_month SET author = 'x'", "DELETE FROM app.reported_month"])
    await expect(withTenant(manager, ({ sql }) => sql(text))).rejects.toThrow(/permission denied/);
});

test("decisions are written anew, by whoever has seen what stands", async () => {
  const ask = (texts: string[], version: number) =>
    withTenant(manager, ({ sql }) => askDecisions(sql, manager, { month: "2026-10", texts, version }));
  await ask(["Hire one more in Lisbon", "Mend exports"], 0);
  expect((await summary()).asked).toEqual({ texts: ["Hire one more in Lisbon", "Mend exports"], version: 1 });
  await expect(ask(["Another"], 0)).rejects.toThrow("Somebody else changed the decisions");
  await ask([], 1);
  expect((await summary()).asked).toEqual({ texts: [], version: 2 });
});
