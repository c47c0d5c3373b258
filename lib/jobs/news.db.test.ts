import { beforeEach, expect, test } from "vitest";
import { tellNews } from "@/lib/jobs/news";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import type { Topic } from "@/lib/notifications/topics";
import { type Sql, withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { importText, rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const NOON = new Date("2026-11-20T12:00:00Z");
const [manager] = await peopled("news", ["manager"]);
const csm = await joined("news", "csm@news.test", "csm");
const other = await joined("news", "other@news.test", "csm");
const write = <Data>(work: (sql: Sql) => Promise<Data>) => withTenant(manager, ({ sql }) => work(sql));

await importText(
  manager,
  "accounts",
  "externalId,name,ownerEmail,startedAt\nA,Acme,csm@news.test,2024-01-01\nB,Bolt,other@news.test,2024-01-01\n",
);
await bringUpToDate(manager);

beforeEach(() => write((sql) => sql("DELETE FROM app.notification RETURNING 1")));

const to = (who: MemberScope, topic: Topic) =>
  rowsOf<{ text: string }>(manager, "SELECT text FROM app.notification WHERE member_id = $1::uuid AND topic = $2 ORDER BY text", [
    who.actor.memberId,
    topic,
  ]).then((rows) => rows.map(({ text }) => text));

test("a signal, a fall, a detractor and a late task are told once to whom they concern", async () => {
  await write(async (sql) => {
    await sql(
      `INSERT INTO app.signal (workspace_id, account_id, kind, reason, from_day, last_day, strength, detail)
       SELECT workspace_id, id, 'payment-failed', '', '2026-11-20', '2026-11-20', 1, '{}' FROM app.account RETURNING 1`,
    );
    await sql(
      "UPDATE app.health_day SET band = CASE day WHEN '2026-11-19' THEN 'green' ELSE 'red' END WHERE day >= '2026-11-19' AND account_id = (SELECT id FROM app.account WHERE name = 'Acme') RETURNING 1",
    );
    await sql(
      `INSERT INTO app.survey_response (workspace_id, source, external_id, account_id, kind, score, scale, answered_at, comment)
       SELECT workspace_id, 'nps', external_id, id, 'nps', CASE name WHEN 'Acme' THEN 3 ELSE 9 END, 10, '2026-11-20T09:00:00Z', 'Slow.' FROM app.account RETURNING 1`,
    );
    await sql(
      "INSERT INTO app.task (workspace_id, title, type, reason, due_on, owner_id, author) VALUES ($1::uuid, 'Call', 'risk', 'health', '2026-11-19', $2::uuid, 'x') RETURNING 1",
      [manager.workspaceId, csm.actor.memberId],
    );
    await sql("UPDATE app.member SET manager_id = $1::uuid WHERE id = $2::uuid RETURNING 1", [manager.actor.memberId, csm.actor.memberId]);
  });
  for (const _ of [1, 2]) await withTenant(manager, ({ sql }) => tellNews(sql, manager, NOON));
  expect(await to(csm, "signal")).toEqual([expect.stringContaining("Acme: Payment failed")]);
  expect(await to(csm, "band")).toEqual(["Acme: fell from Healthy to At risk"]);
  expect(await to(csm, "answer")).toEqual(["Acme: NPS 3 of 10: “Slow.”"]);
  expect(await to(csm, "overdue")).toEqual(["Call (due 2026-11-19)"]);
  expect(await to(manager, "band")).toHaveLength(1); // of the team
  expect(await to(manager, "signal")).toHaveLength(1);
  expect(await to(other, "band")).toEqual([]);
  expect(await to(other, "signal")).toEqual([expect.stringContaining("Bolt")]);
});

test("scorecards that are published are no fall, and another card is none; one by the same is", async () => {
  const days = (version: number, card: string) =>
    write((sql) =>
      sql(
        `UPDATE app.health_day SET band = CASE day WHEN '2026-11-19' THEN 'green' ELSE 'yellow' END, version = CASE day WHEN '2026-11-19' THEN 0 ELSE $1::int END,
           card = CASE day WHEN '2026-11-19' THEN 'everybody' ELSE $2 END
         WHERE day >= '2026-11-19' AND account_id = (SELECT id FROM app.account WHERE name = 'Acme') RETURNING 1`,
        [version, card],
      ),
    );
  const told = async () => {
    await withTenant(manager, ({ sql }) => tellNews(sql, manager, NOON));
    return to(csm, "band");
  };
  await days(1, "everybody");
  expect(await told()).toEqual([]);
  await days(0, "large");
  expect(await told()).toEqual([]);
  await days(0, "everybody");
  expect(await told()).toEqual(["Acme: fell from Healthy to Watch"]);
});
