import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { readEffect } from "@/lib/playbooks/effect";
import type { Definition } from "@/lib/playbooks/schema";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const LIVE: Definition = { trigger: { on: "signal", kind: "usage-drop" }, filter: { segment: null, plan: null }, steps: [], holdout: 0 };

let manager: MemberScope;

// Sixty were met by the trigger on 1 May: thirty went through the playbook, of whom 27 still pay in August, and of the thirty others 15 do.
beforeAll(async () => {
  [manager] = await peopled("effect", ["manager"]);
  await write(
    `INSERT INTO app.account (workspace_id, source, external_id, name)
     SELECT $1::uuid, 'crm', side || n, side FROM generate_series(1, 30) n, (VALUES ('treated'), ('other')) AS v(side) RETURNING 1`,
  );
  await write(
    `INSERT INTO app.mrr_movement (workspace_id, account_id, currency, at, until_at, day, delta, balance)
     SELECT $1::uuid, id, 'USD', '2025-01-01', CASE WHEN substring(external_id, '\\d+')::int > CASE name WHEN 'treated' THEN 27 ELSE 15 END THEN '2026-06-15'::timestamptz ELSE 'infinity' END,
       '2025-01-01', 100, 100 FROM app.account RETURNING 1`,
  );
  await write(
    `INSERT INTO app.health_day (workspace_id, account_id, day, version, card, score, coverage, band, tenure_days, inputs, ages)
     SELECT $1::uuid, id, '2026-05-01', 0, 'd', 30, 1, 'red', 485, '{}', '{}' FROM app.account RETURNING 1`,
  );
  await write(
    `INSERT INTO app.signal (workspace_id, account_id, kind, reason, from_day, last_day, until_day, strength, detail)
     SELECT $1::uuid, id, 'usage-drop', '', '2026-05-01', '2026-05-20', '2026-05-21', 1, '{"change": -0.5}' FROM app.account RETURNING 1`,
  );
  await write(
    "INSERT INTO app.playbook (workspace_id, name, status, draft, author) VALUES ($1::uuid, 'Rescue', 'draft', '{}', 'x') RETURNING 1",
  );
  await write(
    `INSERT INTO app.playbook_run (workspace_id, playbook_id, account_id, cause, steps, status, started_at)
     SELECT $1::uuid, p.id, a.id, 'signal:usage-drop::2026-05-01', '[]', 'done', '2026-05-01T09:00:00Z' FROM app.playbook p, app.account a WHERE a.name = 'treated' RETURNING 1`,
  );
});

const write = (text: string) => withTenant(manager, ({ sql }) => sql(text, [manager.workspaceId]));

async function effect(day: string) {
  const [playbook] = await rowsOf<{ id: string }>(manager, "SELECT id::text FROM app.playbook");
  const request = { id: playbook?.id ?? "", live: LIVE, asOf: new Date(`${day}T12:00:00Z`) };
  return withTenant(manager, ({ sql }) => readEffect(sql, manager, request), "read");
}

test("27 of 30 treated are kept and 15 of 30 like them that were not: 40 pts, and an interval on one side of 0", async () => {
  const found = await effect("2026-11-20");
  expect(found).toMatchObject({
    verdict: "better",
    treated: { accounts: 30, kept: 27 },
    untreated: { accounts: 30, kept: 15 },
    unmatched: 0,
  });
  expect(found.difference).toBeCloseTo(0.4, 12);
  expect(found.interval?.[0]).toBeGreaterThan(0);
});

test("before their 90 days are over nobody is compared, and nothing can be told", async () => {
  expect(await effect("2026-07-29")).toEqual({
    ...{ verdict: "too-few", treated: { accounts: 0, kept: 0 }, untreated: { accounts: 0, kept: 0 }, unmatched: 0 },
    ...{ difference: null, interval: null },
  });
});

test("who was left out counts with the untreated, and below twenty of a side there is no verdict", async () => {
  await write(
    "UPDATE app.playbook_run SET status = 'held_out' WHERE workspace_id = $1::uuid AND account_id IN (SELECT id FROM app.account WHERE substring(external_id, '\\d+')::int > 15) RETURNING 1",
  );
  expect(await effect("2026-11-20")).toMatchObject({
    verdict: "too-few",
    treated: { accounts: 15, kept: 15 },
    untreated: { accounts: 45, kept: 27 }, // 15 of the others, and 16 to 27 of those held out
  });
});
