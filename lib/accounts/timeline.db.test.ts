import { beforeAll, expect, test } from "vitest";
import { findLastTouch, listTimeline } from "@/lib/accounts/data";
import { STREAMS, type Stream } from "@/lib/accounts/streams";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { createTask } from "@/lib/tasks/mutations";
import { logTouch, setPulse } from "@/lib/touchpoints/mutations";
import { TouchFields } from "@/lib/touchpoints/schema";
import { testDatabase } from "@/tests/support/database";
import { peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");

let scope: MemberScope;
let account: string;

beforeAll(async () => {
  [scope] = await peopled("timeline", ["csm"]);
  await withTenant(scope, async ({ sql }) => {
    const [made] = await sql<{ id: string }>(
      "INSERT INTO app.account (workspace_id, source, external_id, name) VALUES ($1::uuid, 'crm', 'A-1', 'Acme') RETURNING id::text",
      [scope.workspaceId],
    );
    account = made?.id ?? "";
    await sql(
      "INSERT INTO app.health_derivation (workspace_id, through, as_of) VALUES ($1::uuid, '2026-11-20', $2::timestamptz) RETURNING 1",
      [scope.workspaceId, NOON],
    );
    await sql(
      `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
       SELECT $1::uuid, $2::uuid, day::date, 0, 'everybody', score, 1, band, 300, '{}', '{}'
       FROM (VALUES ('2026-11-18', 80.0, 'green'), ('2026-11-19', 75.0, 'green'), ('2026-11-20', 30.5, 'red')) AS v(day, score, band) RETURNING 1`,
      [scope.workspaceId, account],
    );
    await sql(
      `INSERT INTO app.signal (workspace_id, account_id, kind, reason, from_day, last_day, until_day, strength, detail)
       VALUES ($1::uuid, $2::uuid, 'usage-drop', '', '2026-11-01', '2026-11-04', '2026-11-05', 0.5, '{"change": -0.5}') RETURNING 1`,
      [scope.workspaceId, account],
    );
  });
  const log = (touch: object) => withTenant(scope, ({ sql }) => logTouch(sql, scope, account, TouchFields.parse(touch)));
  await log({ type: "call", at: "2026-11-20T12:00", text: "They will stay.", twoWay: true, minutes: 15 });
  await log({ type: "note", at: "2026-11-12T09:00", text: "Ask about the new boss." });
  await withTenant(scope, ({ sql }) => setPulse(sql, scope, account, { rating: 4, note: "" }));
  await withTenant(scope, ({ sql }) =>
    createTask(sql, scope, {
      ...{ account, title: "Call again", type: "risk", reason: "health", detail: "" },
      dueOn: "2026-11-25",
      owner: null,
    }),
  );
});

async function told(streams: readonly Stream[] = STREAMS, limit = 50) {
  const lines: string[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await withTenant(
      scope,
      ({ sql }) => listTimeline(sql, scope, account, { streams, after: after ?? null, limit }, NOON),
      "read",
    );
    lines.push(...page.rows.map(({ on, stream, facts }) => `${on} ${stream} ${facts.what}`));
    after = page.next;
  }
  return lines;
}

test("touches, notes, signals and changes of band stand in one stream, newest first", async () => {
  expect(await told(["touches", "notes", "signals", "health"])).toEqual([
    expect.stringMatching(/^2026-11-20 (notes felt|touches touched)$/),
    expect.stringMatching(/^2026-11-20 (notes felt|touches touched)$/),
    "2026-11-20 health scored",
    "2026-11-12 notes touched",
    "2026-11-05 signals ended",
    "2026-11-01 signals raised",
  ]);
});

test("read on by single lines it is the same, and each stream shows its own alone", async () => {
  expect(await told(STREAMS, 1)).toEqual(await told());
  expect(await told(["touches"])).toEqual(["2026-11-20 touches touched"]);
  expect((await told(["tasks"])).map((line) => line.slice(11))).toEqual(["tasks planned"]);
});

test("a call is the last touch, and a note is none", async () => {
  const touch = await withTenant(scope, ({ sql }) => findLastTouch(sql, scope, account, NOON), "read");
  expect(touch).toEqual({ on: "2026-11-20", what: "call" });
});
