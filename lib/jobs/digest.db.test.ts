import { beforeEach, expect, test } from "vitest";
import { digestJob } from "@/lib/jobs/digest-job";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { countUnread, listNotifications } from "@/lib/notifications/data";
import { tell } from "@/lib/notifications/mutations";
import { markRead, setChoice } from "@/lib/notifications/own";
import type { Cadence, Topic } from "@/lib/notifications/topics";
import { type Sql, withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { importText, rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

// The twentieth is a Friday; clocks in UTC, as the workspace's.
const [manager] = await peopled("news", ["manager"]);
const csm = await joined("news", "csm@news.test", "csm");
const other = await joined("news", "other@news.test", "csm");
const write = <Data>(work: (sql: Sql) => Promise<Data>) => withTenant(manager, ({ sql }) => work(sql));

await importText(
  manager,
  "accounts",
  "externalId,name,ownerEmail,startedAt\nA,Acme,csm@news.test,2024-01-01\nB,Bolt,other@news.test,2024-01-01\n",
);
await importText(
  manager,
  "subscriptions",
  "externalId,account,startedAt,endedAt,amount,interval\nS1,A,2024-01-01,,10000,month\nS2,B,2024-01-01,,5000,month\nS3,B,2026-11-11,,2500,month\n",
);
await bringUpToDate(manager);

beforeEach(async () => {
  await write(async (sql) => {
    for (const table of ["outbox", "notification", "notification_setting"]) await sql(`DELETE FROM app.${table} RETURNING 1`);
  });
});

const choose = (scope: MemberScope, topic: Topic, cadence: Cadence, reach: "mine" | "team" | "all" = "mine") =>
  write((sql) => setChoice(sql, scope, { topic, cadence, reach }));
const mails = () =>
  rowsOf<{ recipient: string; subject: string; body: string }>(
    manager,
    "SELECT recipient, subject, body FROM app.outbox ORDER BY created_at, recipient",
  );
const mention = (cause: string, to = csm) =>
  write((sql) =>
    tell(sql, manager, [to.actor.memberId], { topic: "mention", text: `Look at ${cause}`, link: "/today", cause, account: null }),
  );
const at = (time: string) => digestJob(manager, new Date(time));

/** Lets news be of an instant: their own clock is the database's. */
const happened = (time: string) => write((sql) => sql("UPDATE app.notification SET at = $1::timestamptz RETURNING 1", [time]));

test("a mention is mailed at once, by itself, and once", async () => {
  await mention("one");
  await happened("2026-11-20T11:59:00Z");
  await Promise.all([at("2026-11-20T12:00:00Z"), at("2026-11-20T12:00:00Z"), at("2026-11-20T12:00:00Z")]);
  expect(await mails()).toMatchObject([
    { recipient: "csm@news.test", subject: "Look at one", body: expect.stringContaining("/w/news/today") },
  ]);
});

test("what is to come daily comes at 8 of the workspace, once, though three ask every minute, and what comes later comes tomorrow", async () => {
  await choose(csm, "mention", "daily");
  for (const cause of ["one", "two"]) await mention(cause);
  await happened("2026-11-20T07:00:00Z");
  await at("2026-11-20T07:59:59Z");
  expect(await mails()).toEqual([]);
  for (const minute of ["08:00", "08:01", "14:00"]) await Promise.all([1, 2, 3].map(() => at(`2026-11-20T${minute}:00Z`)));
  expect(await mails()).toMatchObject([{ subject: "2 things are new in news" }]);
  await mention("three");
  await write((sql) => sql("UPDATE app.notification SET at = '2026-11-20T09:00:00Z' WHERE mailed_at IS NULL RETURNING 1"));
  await at("2026-11-20T23:00:00Z");
  expect(await mails()).toHaveLength(1);
  await at("2026-11-21T08:00:00Z");
  expect(await mails()).toMatchObject([{}, { subject: "1 thing is new in news", body: expect.stringContaining("Look at three") }]);
});

test("a digest missed in the morning is made up for the same day, and one missed for a day goes into the next", async () => {
  await choose(csm, "mention", "daily");
  await mention("one");
  await happened("2026-11-20T07:00:00Z");
  await at("2026-11-20T14:00:00Z");
  expect(await mails()).toHaveLength(1);
  await mention("two");
  await write((sql) => sql("UPDATE app.notification SET at = '2026-11-20T15:00:00Z' WHERE mailed_at IS NULL RETURNING 1"));
  await at("2026-11-22T08:00:00Z");
  expect(await mails()).toHaveLength(2);
});

test("weekly comes on Monday, never comes not at all, and what was read is not mailed", async () => {
  await choose(csm, "mention", "weekly");
  await choose(other, "mention", "never");
  await mention("one");
  await mention("two", other);
  await happened("2026-11-20T07:00:00Z");
  await at("2026-11-22T12:00:00Z");
  expect(await mails()).toEqual([]);
  await at("2026-11-23T08:00:00Z");
  expect((await mails()).filter(({ subject }) => !subject.startsWith("The week")).map(({ recipient }) => recipient)).toEqual([
    "csm@news.test",
  ]);
  await choose(csm, "mention", "daily");
  await mention("three");
  await write((sql) => sql("UPDATE app.notification SET at = '2026-11-23T09:00:00Z' WHERE mailed_at IS NULL RETURNING 1"));
  await withTenant(csm, ({ sql }) => markRead(sql, csm, null));
  await at("2026-11-24T08:00:00Z");
  expect((await mails()).filter(({ body }) => body.includes("three"))).toEqual([]);
});

test("at eight when clocks go back or forward it is one digest all the same", async () => {
  const scope = { ...manager, timeZone: "Europe/Berlin" };
  await choose(csm, "mention", "daily");
  for (const [day, eight] of [
    ["2026-10-25", "07"],
    ["2027-03-28", "06"],
  ]) {
    await mention(`change of ${day}`);
    await write((sql) =>
      sql("UPDATE app.notification SET at = $1::timestamptz - interval '5 hours' WHERE mailed_at IS NULL RETURNING 1", [
        `${day}T${eight}:00:00Z`,
      ]),
    );
    const before = (await mails()).length;
    await digestJob(scope, new Date(new Date(`${day}T${eight}:00:00Z`).getTime() - 60_000));
    expect(await mails()).toHaveLength(before);
    for (let hour = 0; hour < 6; hour += 1)
      await digestJob(scope, new Date(new Date(`${day}T${eight}:00:00Z`).getTime() + hour * 3_600_000));
    expect(await mails()).toHaveLength(before + 1);
  }
});

test("a member's own list is theirs alone, and counts what they have not read", async () => {
  await mention("one");
  const read = <Data>(scope: MemberScope, work: (sql: Sql) => Promise<Data>) => withTenant(scope, ({ sql }) => work(sql));
  expect(await read(csm, (sql) => countUnread(sql, csm))).toBe(1);
  expect(await read(other, (sql) => listNotifications(sql, other))).toEqual([]);
  const [news] = await read(csm, (sql) => listNotifications(sql, csm));
  expect(await read(other, (sql) => markRead(sql, other, [news?.id ?? ""]))).toBe(0);
  expect(await read(csm, (sql) => markRead(sql, csm, [news?.id ?? ""]))).toBe(1);
  expect(await read(csm, (sql) => countUnread(sql, csm))).toBe(0);
});
