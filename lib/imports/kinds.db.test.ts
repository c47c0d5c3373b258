import { beforeAll, expect, test } from "vitest";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace();
  await importText(scope, "accounts", "externalId,name\nA,Alpha\nB,Beta\n");
  await importText(scope, "contacts", "externalId,account\nc1,A\nc2,B\n");
  await importText(scope, "subscriptions", "externalId,account,startedAt,amount,interval\nS1,A,2024-01-01,1,month\n");
});

function load(kind: string, head: string, lines: readonly string[], source = "crm") {
  return importText(scope, kind, `${head}\n${lines.join("\n")}\n`, { source });
}

/** Loads one row after the other and tells for each of them the reason it was refused for, or "taken". */
async function fates(kind: string, head: string, lines: readonly string[]): Promise<string[]> {
  const told: string[] = [];
  for (const line of lines) told.push(Object.keys((await load(kind, head, [line], "fates")).reasons)[0] ?? "taken");
  return told;
}

function rows<Row>(text: string) {
  return rowsOf<Row>(scope, text);
}

test("a ticket is kept as told, unless it cannot be", async () => {
  const head =
    "externalId,account,createdAt,status,solvedAt,firstResponseAt,firstResponseMinutes,resolutionHours,reopens,satisfaction,escalated";
  const told = await fates("tickets", head, [
    "t1,A,2024-01-02 10:00,SOLVED,2024-01-02 12:00,2024-01-02 13:00,180,2,0,4.0,True",
    "t2,A,2024-01-02 10:00,open,,2024-01-01 13:00,,,,,",
    "t3,A,2024-01-02,waiting,,,,,,,",
    "t4,A,2024-01-02,closed,2024-01-01,,,,,,",
    "t5,A,2024-01-02,closed,,,-5,,,,",
    "t6,A,2024-01-02,closed,,,,-1,,,",
    "t7,A,2024-01-02,closed,,,,,-1,,",
    "t8,A,2024-01-02,closed,,,,,,6,",
    "t9,A,2024-01-02,closed,,,,,,-1,",
    "t10,A,2024-01-02,closed,,,,,,4.5,",
    "t11,Z,2024-01-02,closed,,,,,,,",
    "t12,A,,closed,,,,,,,",
    "t13,A,2024-01-02,closed,,,,,,,perhaps",
  ]);
  expect(told).toEqual([
    "taken",
    "taken",
    "unknown-value",
    "end-before-start",
    "negative-amount",
    "negative-amount",
    "negative-amount",
    "out-of-range",
    "out-of-range",
    "bad-number",
    "unknown-account",
    "missing-field",
    "unknown-value",
  ]);
  expect(await rows("SELECT status, satisfaction::int AS satisfaction, escalated FROM app.ticket WHERE external_id = 't1'")).toEqual([
    { status: "solved", satisfaction: 4, escalated: true },
  ]);
});

test("ticket events name a ticket, and the second of two equal ones is another", async () => {
  await load("tickets", "externalId,account,createdAt", ["t1,A,2024-01-02"], "billing");
  const lines = [
    "t1,2024-01-03,solved",
    "t1,2024-01-03,solved",
    "t1,2024-01-04,Reopened",
    "t404,2024-01-03,solved",
    "t1,2024-01-03,closed",
    "t1,2024-01-01,solved",
  ];
  const reasons = { "unknown-ticket": 1, "unknown-value": 1, "end-before-start": 1 }; // the last, before the ticket came in
  expect(await load("ticket-events", "ticket,at,type", lines, "billing")).toMatchObject({ accepted: 3, rejected: 3, reasons });
  expect(await load("ticket-events", "ticket,at,type", lines, "elsewhere")).toMatchObject({ reasons: { "ambiguous-ticket": 4 } });
});

test("an answer is of an account and a contact where it names them, and of nobody where it does not", async () => {
  const head = "externalId,account,contact,kind,score,scale,answeredAt,status";
  const told = await fates("survey-responses", head, [
    "r1,,c1,NPS,10,,2024-01-01,sent",
    "r2,,,nps,,,2024-01-01,",
    "r3,A,c2,csat,5.0,,2024-01-01,",
    "r4,,c404,nps,5,,2024-01-01,",
    "r5,Z,,nps,5,,2024-01-01,",
    "r6,A,,nps,11,,2024-01-01,",
    "r7,A,,nps,-1,,2024-01-01,",
    "r8,A,,nps,7.5,,2024-01-01,",
    "r9,A,,csat,0,,2024-01-01,",
    "r10,A,,ces,7,,2024-01-01,",
    "r11,A,,ces,6,5,2024-01-01,",
    "r12,A,,nps,5,5,2024-01-01,",
    "r13,A,,stars,5,5,2024-01-01,",
  ]);
  expect(told).toEqual([
    ...["taken", "taken", "taken", "unknown-contact", "unknown-account", "out-of-range", "out-of-range", "bad-number", "out-of-range"],
    ...["taken", "out-of-range", "out-of-range", "unknown-value"],
  ]);
  expect(
    await rows(`SELECT r.external_id AS id, a.external_id AS account, c.external_id AS contact, score::int AS score, scale::int AS scale
      FROM app.survey_response r LEFT JOIN app.account a ON a.id = r.account_id LEFT JOIN app.contact c ON c.id = r.contact_id ORDER BY r.answered_at, length(r.external_id), 1`),
  ).toEqual([
    { id: "r1", account: "A", contact: "c1", score: 10, scale: 10 },
    { id: "r2", account: null, contact: null, score: null, scale: 10 },
    { id: "r3", account: "A", contact: "c2", score: 5, scale: 5 },
    { id: "r10", account: "A", contact: null, score: 7, scale: 7 },
  ]);
});

test("use is of an account that it names, or that its subscription is of", async () => {
  const head = "account,subscription,user,feature,at,count,durationSeconds,errors";
  const told = await fates("usage", head, [
    "A,,u1,search,2024-01-01,,,",
    ",S1,u2,search,2024-01-01 10:00,3.0,1.5,0",
    "A,S1,,search,2024-01-01,1,,",
    "B,S1,,search,2024-01-01,1,,",
    ",,,search,2024-01-01,1,,",
    ",S404,,search,2024-01-01,1,,",
    "A,,,,2024-01-01,1,,",
    "A,,,search,2024-01-01,-1,,",
    "A,,,search,2024-01-01,1,-1,",
    "A,,,search,2024-01-01,1,,-1",
    "A,,,search,yesterday,1,,",
  ]);
  expect(told).toEqual([
    ...["taken", "taken", "taken", "unknown-subscription", "missing-field", "unknown-subscription", "missing-field"],
    ...["negative-amount", "negative-amount", "negative-amount", "bad-date"],
  ]);
  expect(await rows("SELECT user_name, count::int AS count, at::text FROM app.usage_event WHERE user_name IS NOT NULL ORDER BY 1")).toEqual(
    [
      { user_name: "u1", count: 1, at: "2023-12-31 23:00:00+00" },
      { user_name: "u2", count: 3, at: "2024-01-01 09:00:00+00" },
    ],
  );
  await expect(load("usage", "feature,at", ["search,2024-01-01"])).rejects.toThrow("no column for account");
});

test("users, milestones, offers, referrals, purchases and costs", async () => {
  expect(
    await fates("users", "externalId,account,signedUpAt,deletedAt,entitlements", [
      "u1,A,2024-01-01,, search ;; export;search ",
      "u2,A,,,",
      "u3,A,2024-01-02,2024-01-01,",
    ]),
  ).toEqual(["taken", "taken", "end-before-start"]);
  expect(await rows("SELECT entitlements FROM app.product_user ORDER BY external_id")).toEqual([
    { entitlements: "search;export" },
    { entitlements: null },
  ]);
  expect(await load("milestones", "account,kind,at", ["A,first_value,2024-02-01", "A,first_value,2024-02-01 00:00"])).toMatchObject({
    inserted: 1,
    unchanged: 1,
  });
  expect(await load("milestones", "account,kind,at", ["A,first_value,2024-02-01", "A,launch,2024-02-01"], "billing")).toMatchObject({
    inserted: 1,
    unchanged: 1,
  });
  expect(
    await fates("offers", "externalId,account,kind,presentedAt,acceptedAt,value,currency", [
      "o1,A,upsell,2024-01-01,2024-01-02,100,",
      "o2,A,cross_sell,2024-01-02,2024-01-01,,EUR",
      "o3,A,gift,2024-01-01,,,",
      "o4,A,upsell,2024-01-01,,-1,",
      "o5,A,upsell,,,,",
    ]),
  ).toEqual(["taken", "taken", "unknown-value", "negative-amount", "missing-field"]);
  expect(await rows("SELECT currency FROM app.offer ORDER BY external_id")).toEqual([{ currency: "USD" }, { currency: "EUR" }]);
  expect(
    await fates("referrals", "externalId,account,referredAt,referredAccount", ["f1,A,2024-01-01,Somebody Ltd", "f2,Z,2024-01-01,"]),
  ).toEqual(["taken", "unknown-account"]);
  expect(await fates("purchases", "externalId,account,at,amount", ["p1,A,2024-01-01,500", "p2,A,2024-01-01,5.5"])).toEqual([
    "taken",
    "fractional-minor-unit",
  ]);
  expect(
    await fates("costs", "externalId,month,amount,category,account", [
      "k1,2024-01,500,Success,",
      "k2,2024-01-15,500,snacks,A",
      "k3,2024-01,-1,support,",
      "k4,January,1,support,",
      "k5,2024-01,1,support,Z",
    ]),
  ).toEqual(["taken", "taken", "negative-amount", "bad-date", "unknown-account"]);
  expect(await rows("SELECT month::text, category FROM app.cost ORDER BY external_id")).toEqual([
    { month: "2024-01-01", category: "success" },
    { month: "2024-01-01", category: "snacks" },
  ]);
});
