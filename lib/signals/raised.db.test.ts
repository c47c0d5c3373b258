import { beforeAll, describe, expect, test } from "vitest";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { addDays, daysBetween } from "@/lib/kernel/period";
import { withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { openSignals, signalHistory } from "@/lib/signals/data";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";
import { spellsFor } from "@/tests/support/signals";

process.env.BELLWETHER_TODAY = "2026-06-30";
await testDatabase();

const START = "2026-01-01";
const END = "2026-06-30";
const CHANGE = "2026-05-01"; // from here on, what goes wrong is wrong
const DAYS = Array.from({ length: daysBetween(START, END) }, (_, place) => addDays(START, place));

let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace({ timeZone: "UTC" });
  const accounts = [
    "spike",
    "drop",
    "fewer",
    "left",
    "silent",
    "unhappy",
    "unpaid",
    "renewal",
    "late",
    "grower",
    "full",
    "friend",
    "planned",
    "blip",
    "young",
  ];
  const begins = (id: string) => (id === "late" ? "2026-04-01" : id === "young" ? "2026-04-15" : START);
  await load(
    "accounts",
    "externalId,name,startedAt",
    accounts.map((id) => `${id},${id},${begins(id)}`),
  );
  await load(
    "subscriptions",
    "externalId,account,startedAt,amount,interval,seats,pastDueSince",
    accounts.map((id) => `${id}-s,${id},${begins(id)},1000,month,${id === "full" ? 10 : ""},${id === "unpaid" ? "2026-06-20" : ""}`),
  );
  await load("contacts", "externalId,account,name,email,isChampion", [
    "c-ann,left,Ann,ann@left.example,true",
    "c-dan,silent,Dan,Dan@silent.example,true",
    "c-eve,unhappy,Eve,,false",
    "c-fay,friend,Fay,,false",
  ]);
  await load("users", "externalId,account,signedUpAt,deletedAt", ["c-ann,left,2026-01-01,2026-04-10"]);
  await load(
    "tickets",
    "externalId,account,createdAt",
    ["01-15", "02-15", "03-15", "05-10", "05-11", "05-11", "05-12"].map((day, n) => `t${n},spike,2026-${day}T09:00:00Z`),
  );
  await load("milestones", "account,kind,at", ["friend,first_value,2026-01-10", "planned,go_live,2026-04-01"]);
  await load("contracts", "externalId,account,dueOn,value", ["k-1,renewal,2026-08-01,12000"]);
  await load("survey-responses", "externalId,account,contact,kind,score,answeredAt", [
    "r-1,unhappy,c-eve,nps,3,2026-05-01T10:00:00Z",
    "r-2,unhappy,c-eve,nps,8,2026-05-11T10:00:00Z",
    "r-3,unhappy,,csat,1,2026-06-01T10:00:00Z",
    "r-4,friend,c-fay,nps,10,2026-05-01T10:00:00Z",
  ]);
  await load("referrals", "externalId,account,referredAt", ["f-1,friend,2026-06-01"]);
  const used = (account: string, user: string, count: (day: string) => number) =>
    DAYS.map((day) => `${account},${user},report,${day},${count(day)}`).filter((line) => !line.endsWith(",0"));
  await load("usage", "account,user,feature,at,count", [
    ...used("drop", "u", (day) => (day < CHANGE ? 10 : 2)),
    ...used("blip", "u", (day) => (day < CHANGE ? 10 : day < "2026-05-21" ? 2 : 30)),
    ...used("young", "u", (day) => (day < "2026-04-15" ? 0 : day < "2026-06-01" ? 10 : 2)),
    ...used("grower", "u", (day) => (day < CHANGE ? 10 : 20)),
    ...used("friend", "u", () => 10),
    ...["a", "b", "c", "d"].flatMap((user) => used("fewer", user, (day) => (day < CHANGE || user === "a" ? 1 : 0))),
    ...Array.from({ length: 10 }, (_, place) => used("full", `f${place}`, () => 1)).flat(),
    ...used("silent", "dan@silent.example", (day) =>
      new Date(day).getUTCDay() === 1 && (day <= "2026-04-27" || day === "2026-06-15") ? 1 : 0,
    ),
  ]);
  await withTenant(scope, async ({ sql }) => {
    await sql(
      "INSERT INTO app.touchpoint (workspace_id, account_id, type, two_way, at, author) SELECT workspace_id, id, 'call', true, '2026-06-10T09:00:00Z', 'x' FROM app.account WHERE external_id = 'renewal' RETURNING 1",
    );
    await sql(
      `WITH plan AS (INSERT INTO app.success_plan (workspace_id, account_id, goal, author, created_at)
         SELECT workspace_id, id, 'Live in spring', 'x', '2026-01-05' FROM app.account WHERE external_id = 'planned' RETURNING workspace_id, id)
       INSERT INTO app.plan_step (workspace_id, plan_id, name, kind, place, expected_on, latest_on)
       SELECT workspace_id, id, 'Go live', 'go_live', 0, '2026-03-01', '2026-03-10' FROM plan RETURNING 1`,
    );
    await sql(
      "INSERT INTO app.health_version (workspace_id, number, from_day, config, author) VALUES ($1::uuid, 1, '2026-01-01', $2::text::jsonb, 'x') RETURNING 1",
      [
        scope.workspaceId,
        JSON.stringify({
          bands: { green: 70, yellow: 40 },
          cards: [
            { id: "use", name: "Use", match: null, weights: { "usage-trend": 1 }, limits: { "usage-trend": { red: 0.4, green: 1 } } },
          ],
        }),
      ],
    );
  });
  await bringUpToDate(scope, new Date(`${END}T12:00:00Z`));
}, 120_000);

function load(kind: string, head: string, lines: readonly string[]) {
  return importText(scope, kind, `${[head, ...lines].join("\n")}\n`).then(({ rejected, reasons }) =>
    expect([rejected, reasons]).toEqual([0, {}]),
  );
}

const words = async (account: string, kind: string) => {
  const [row] = await rowsOf<{ id: string }>(scope, "SELECT id::text FROM app.account WHERE external_id = $1", [account]);
  const history = await withTenant(scope, ({ sql }) => signalHistory(sql, row?.id ?? ""), "read");
  return history.find((signal) => signal.kind === kind)?.words;
};

describe("a signal opens, tells of its latest day, and closes:", () => {
  const expected: [account: string, kind: string, words: string, spells: (string | null)[][]][] = [
    // Two tickets in the 84 days before: 7 × 2.5 ÷ 84 = 0.21 expected, and the third of May comes on the 11th; on the 18th one is left of the week.
    ["spike", "ticket-spike", "3 tickets this week, usually none", [["", "2026-05-11", "2026-05-17", "2026-05-18"]]],
    // 280 − 8 a day ≤ 0.6 × 280 after 14 days, and the tenth such day is the 23rd; on 30 June 27 × 2 against (51 × 10 + 33 × 2) ÷ 3.
    ["drop", "usage-drop", "usage −72% in 28 days", [["", "2026-05-23", "2026-06-30", null]]],
    // Of the days it has had: 280 − 8 a day ≤ 0.6 × 280 from 14 June on; on 30 June 27 × 2 against (47 × 10 + 2 × 2) × 28 ÷ 49.
    ["young", "usage-drop", "usage −80% in 28 days", [["", "2026-06-23", "2026-06-30", null]]],
    // The three were last seen on 30 April, which counts to 27 May.
    ["fewer", "active-users-falling", "1 active users, usually 3", [["", "2026-05-28", "2026-06-30", null]]],
    ["left", "champion-left", "the champion Ann left 81 days ago", [["", "2026-04-10", "2026-06-30", null]]],
    // Every Monday to 27 April, and again on 15 June.
    ["silent", "champion-left", "the champion Dan has not been seen for 48 days", [["", "2026-05-18", "2026-06-14", "2026-06-15"]]],
    ["unpaid", "payment-failed", "payment open for 10 days", [["", "2026-06-20", "2026-06-30", null]]],
    // Due on 1 August; spoken with on 10 June.
    ["renewal", "renewal-untouched", "renews in 53 days, no two-way touch yet", [["", "2026-05-03", "2026-06-09", "2026-06-10"]]],
    // 100 × (1 − 8k ÷ 280 − 0.4) ÷ 0.6 < 70 after 7 days, < 40 after 13, and the 14th day below is the 20th; the last yellow day is 12 May, and 30 days on nothing better is in sight.
    ["drop", "health-fell", "health fell from Watch to At risk (0)", [["", "2026-05-20", "2026-06-11", "2026-06-12"]]],
    ["full", "expansion-ready", "100% of the seats taken", [["seats", "2026-01-15", "2026-06-30", null]]],
    [
      "friend",
      "referral-ready",
      "promoter (NPS 10, 30 days ago), healthy, no referral yet",
      [["", "2026-05-01", "2026-05-31", "2026-06-01"]],
    ],
  ];

  test.each(expected)("%s: %s, %s", async (account, kind, told, spells) => {
    expect({ words: await words(account, kind), spells: await spellsFor(scope, account, kind) }).toEqual({ words: told, spells });
  });

  test("an unhappy answer, until the same person is content, or for 30 days", async () => {
    expect(await spellsFor(scope, "unhappy", "detractor")).toEqual([
      ["nps", "2026-05-01", "2026-05-10", "2026-05-11"],
      ["csat", "2026-06-01", "2026-06-30", null],
    ]);
    expect(await words("unhappy", "detractor")).toBe("CSAT 1 of 5, 29 days ago");
  });

  test("an onboarding first behind, then stuck, after 30 and 60 days", async () => {
    expect(await spellsFor(scope, "late", "onboarding-behind")).toEqual([
      ["behind", "2026-05-02", "2026-05-31", "2026-06-01"],
      ["stuck", "2026-06-01", "2026-06-30", null],
    ]);
    expect(await words("late", "onboarding-behind")).toBe("onboarding stuck: first value 60 days late");
    expect(await spellsFor(scope, "friend", "onboarding-behind")).toEqual([]);
  });

  test("a step of a success plan behind, stuck, and reached with its milestone", async () => {
    expect(await spellsFor(scope, "planned", "onboarding-behind")).toEqual([
      ["behind", "2026-03-02", "2026-03-10", "2026-03-11"],
      ["stuck", "2026-03-11", "2026-03-31", "2026-04-01"],
    ]);
  });

  test("use that was low for nine days and came back is no signal", async () => {
    // ≤ 0.6 × 280 from 14 May, as above; 120 on the 20th, 28 more each day, so the 22nd is the last.
    expect(await spellsFor(scope, "blip", "usage-drop")).toEqual([]);
  });

  test("use that grew by half while healthy", async () => {
    // 280 + 10 a day ≥ 1.5 × 280 after 14 days.
    expect((await spellsFor(scope, "grower", "expansion-ready"))[0]?.slice(0, 2)).toEqual(["growth", "2026-05-14"]);
  });
});

test("the open ones come risks first, of all or of some accounts", async () => {
  const open = await withTenant(scope, ({ sql }) => openSignals(sql, scope), "read");
  expect(open.map(({ tone }) => tone)).toEqual(
    open.map(({ tone }) => tone).sort((a, b) => Number(a === "chance") - Number(b === "chance")),
  );
  const [some] = open;
  const theirs = await withTenant(scope, ({ sql }) => openSignals(sql, scope, { accounts: [some?.accountId ?? ""] }), "read");
  expect(theirs).toEqual(open.filter(({ accountId }) => accountId === some?.accountId));
  expect(open.every(({ untilDay, snooze }) => untilDay === null && snooze === null)).toBe(true);
});
