import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { type Cause, listCauses } from "@/lib/playbooks/causes";
import type { Trigger } from "@/lib/playbooks/schema";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");

let manager: MemberScope;

beforeAll(async () => {
  [manager] = await peopled("causes", ["manager"]);
  await write(
    `INSERT INTO app.account (workspace_id, source, external_id, name, started_at)
     SELECT $1::uuid, 'crm', n, n, s::timestamptz FROM (VALUES ('Feared', '2024-01-01'), ('Calmed', '2024-01-01'), ('Late', '2026-10-15'), ('Reached', '2026-10-15'), ('Slow', '2026-10-15'),
       ('Young', '2026-11-01')) AS v(n, s) RETURNING 1`,
  );
  await write(
    `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
     SELECT $1::uuid, a.id, d::date, 0, 'd', 50, 1, CASE WHEN name = 'Calmed' AND d >= '2026-11-12' THEN 'red' ELSE 'green' END, 1, '{}', '{}'
     FROM app.account a, generate_series('2026-11-01'::date, '2026-11-20', '1 day') d RETURNING 1`,
  );
  await write("INSERT INTO app.health_derivation (workspace_id, through) VALUES ($1::uuid, '2026-11-20') RETURNING 1");
  await write(
    `INSERT INTO app.health_override (workspace_id, account_id, band, reason, author, at, until_at)
     SELECT $1::uuid, a.id, v.band, 'x', 'x', v.at::timestamptz, v.until::timestamptz FROM app.account a
     JOIN (VALUES ('Feared', 'red', '2026-11-14T10:00:00Z', '2026-12-14'), ('Calmed', 'green', '2026-11-11T10:00:00Z', '2026-11-18T10:00:00Z')) AS v(n, band, at, until) ON v.n = a.name RETURNING 1`,
  );
  await write(
    `INSERT INTO app.milestone (workspace_id, source, account_id, kind, at)
     SELECT $1::uuid, 'crm', a.id, 'first_value', v.at::timestamptz FROM app.account a JOIN (VALUES ('Reached', '2026-11-14'), ('Slow', '2026-11-18')) AS v(n, at) ON v.n = a.name RETURNING 1`,
  );
});

const write = (text: string) => withTenant(manager, ({ sql }) => sql(text, [manager.workspaceId]));

async function causes(trigger: Trigger): Promise<(Pick<Cause, "cause" | "day" | "stands" | "words"> & { name: string })[]> {
  const names = new Map(
    (await rowsOf<{ id: string; name: string }>(manager, "SELECT id::text, name FROM app.account")).map(({ id, name }) => [id, name]),
  );
  const asked = { trigger, filter: { segment: null, plan: null } };
  const found = await withTenant(
    manager,
    ({ sql }) => listCauses(sql, manager, asked, { from: "2026-11-05", to: "2026-11-20", at: NOON }),
    "read",
  );
  return found
    .map(({ account, ...cause }) => ({ name: names.get(account) ?? "", ...cause }))
    .sort((one, other) => (`${one.day} ${one.name}` < `${other.day} ${other.name}` ? -1 : 1));
}

test("a band that somebody set is entered like one that was computed, and while one holds the score's own is not", async () => {
  expect(await causes({ on: "band", band: "red" })).toEqual([
    { name: "Feared", cause: "band:red:2026-11-14", day: "2026-11-14", stands: true, words: "turned from Healthy to At risk" },
    { name: "Calmed", cause: "band:red:2026-11-18", day: "2026-11-18", stands: true, words: "turned from Healthy to At risk" }, // computed since the 12th
  ]);
  expect(await causes({ on: "band", band: "green" })).toEqual([]);
});

test("scorecards that are published move nobody into a band, nor does another card; an override does on the same day, and so does a fall afterwards", async () => {
  const day = (set: string, where: string) =>
    write(`UPDATE app.health_day SET ${set} WHERE workspace_id = $1::uuid AND ${where} RETURNING 1`);
  const is = (name: string) => `account_id = (SELECT id FROM app.account WHERE name = '${name}')`;
  await day("version = 1", "day >= '2026-11-14'"); // the day of Feared's override
  await day("band = 'yellow'", `day >= '2026-11-14' AND ${is("Young")}`);
  await day("card = 'e', band = 'yellow'", `day >= '2026-11-16' AND ${is("Late")}`);
  await day("band = 'yellow'", `day >= '2026-11-17' AND ${is("Reached")}`);
  const of = async (band: "red" | "yellow") => (await causes({ on: "band", band })).map(({ name, day }) => [name, day]);
  expect(await of("yellow")).toEqual([["Reached", "2026-11-17"]]);
  expect(await of("red")).toEqual([
    ["Feared", "2026-11-14"],
    ["Calmed", "2026-11-18"],
  ]);
  await day("version = 0, card = 'd', band = CASE WHEN band = 'yellow' THEN 'green' ELSE band END", "true");
});

test("no first value on the day after it was due sets it off; reached in time, or not yet due, does not", async () => {
  // Begun on 15 October and given 30 days: due by 14 November.
  expect(await causes({ on: "late", what: "first-value" })).toEqual([
    { name: "Late", cause: "late:first-value", day: "2026-11-15", stands: true, words: "has no first value after 30 days" },
    { name: "Slow", cause: "late:first-value", day: "2026-11-15", stands: false, words: "has no first value after 30 days" },
  ]);
});
