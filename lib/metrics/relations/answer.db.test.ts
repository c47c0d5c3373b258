import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import type { Reading, ReadingRequest } from "@/lib/metrics/types";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";
import { evidenceOf, partsOf, readOne } from "@/tests/support/reading";

const ACCOUNTS = "externalId,name,segment\na,A,SMB\nb,B,Enterprise\n";
const CONTACTS = "externalId,account\nann,a\nben,b\n";
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace();
  await importText(scope, "accounts", ACCOUNTS);
  await importText(scope, "contacts", CONTACTS);
});
afterAll(closePool);

/** Lines of externalId, kind, score, answeredAt, contact, scale; what follows may be left out. */
async function answered(...lines: string[]): Promise<void> {
  const file = lines.map((line) => `${line}${",".repeat(5 - line.split(",").length + 1)}\n`).join("");
  const { rejected } = await importText(scope, "survey-responses", `externalId,kind,score,answeredAt,contact,scale\n${file}`);
  expect(rejected).toBe(0);
}

function read(id: string, period = "2024-03", more: Partial<ReadingRequest> = {}): Promise<Reading> {
  return readOne(scope, id, { period, ...more });
}

describe("who answers for a contact", () => {
  test("the latest answer in the period: 9 and not 2, and 10 once the next is not seen; anonymous answers all count", async () => {
    await answered(
      "1,nps,2,2024-03-02,ann",
      "2,nps,9,2024-03-20,ann",
      "3,nps,10,2024-02-28,ann",
      "4,nps,6,2024-03-05",
      "5,nps,6,2024-03-06",
    );
    const march = await read("net-promoter-score");
    expect(march).toMatchObject({ numerator: -100, denominator: 3, rows: 3 }); // 100 − 100 − 100
    expect(march.details).toEqual({ promoters: 1, passives: 0, detractors: 2, answers: 3, superseded: 1 });
    expect((await read("net-promoter-score", "2024-02")).value).toBe(100);
    expect((await read("net-promoter-score", "2024-Q1")).denominator).toBe(3);
    expect((await read("net-promoter-score", "2024-03", { asOf: new Date("2024-03-10T00:00:00Z") })).numerator).toBe(-300);
    expect((await read("survey-responses")).value).toBe(4);
  });

  test("of two at one instant, the one whose external id comes last, in either order of arrival", async () => {
    await answered("10,nps,0,2024-03-02,ann", "9,nps,10,2024-03-02,ann", "b,nps,10,2024-03-02,ben", "a,nps,0,2024-03-02,ben");
    expect((await read("net-promoter-score")).details).toMatchObject({ promoters: 1, detractors: 1, superseded: 2 });
  });

  test("a contact's effort and satisfaction are each told as often as they like: (7 + 5) ÷ 2, (1 + 5) ÷ 2", async () => {
    await answered("1,ces,7,2024-03-02,ann", "2,ces,5,2024-03-20,ann", "3,csat,1,2024-03-02,ann", "4,csat,5,2024-03-20,ann");
    expect((await read("customer-effort-score")).value).toBe(6);
    expect((await read("customer-satisfaction-mean")).value).toBe(3);
  });

  test("a question that was not answered is no answer, and does not supersede one", async () => {
    await answered("1,nps,9,2024-03-02,ann", "2,nps,,2024-03-20,ann");
    expect(await read("net-promoter-score")).toMatchObject({ value: 100, rows: 1 });
    expect((await read("survey-responses")).value).toBe(1);
  });

  test("a question that was dismissed is no answer, whatever score it carries", async () => {
    await importText(
      scope,
      "survey-responses",
      "externalId,kind,score,answeredAt,status\n1,nps,9,2024-03-02,Dismissed\n2,nps,0,2024-03-02,completed\n",
    );
    expect(await read("net-promoter-score")).toMatchObject({ value: -100, rows: 1 });
  });

  test("an answer counts for its contact's account, by what that was at the end of the period", async () => {
    await answered("1,nps,9,2024-03-02,ann", "2,nps,0,2024-03-20,ben", "3,nps,8,2024-03-20");
    await refresh(scope);
    expect(partsOf(await read("net-promoter-score", "2024-03", { by: "segment" }))).toEqual([
      ["Enterprise", -100],
      ["SMB", 100],
      [null, 0],
    ]);
  });
});

describe("when an answer counts", () => {
  test("from the local midnight the period begins at to the one it ends at: 22:59 UTC is still February in Berlin", async () => {
    await answered(
      "1,csat,5,2024-02-29T22:59:59Z",
      "2,csat,4,2024-02-29T23:00:00Z",
      "3,csat,1,2024-03-31T21:59:59Z",
      "4,csat,1,2024-03-31T22:00:00Z",
    );
    expect(await read("customer-satisfaction-score")).toMatchObject({ numerator: 1, denominator: 2 });
  });

  test("not at or after the instant of the reading", async () => {
    await answered("1,csat,5,2024-03-05T10:00:00Z", "2,csat,1,2024-03-05T11:00:00Z");
    const asOf = new Date("2024-03-05T11:00:00Z");
    expect(await read("customer-satisfaction-score", "2024-03", { asOf })).toMatchObject({ value: 1, partial: true });
  });
});

describe("satisfaction told on a ticket", () => {
  const tickets = (lines: string) =>
    importText(scope, "tickets", `externalId,account,createdAt,solvedAt,status,resolutionHours,satisfaction,channel\n${lines}`);

  test("is a CSAT answer when it was solved, by an instant or by hours, by nobody, with the ticket's channel", async () => {
    await tickets("t1,a,2024-02-10,2024-03-02,,,5,chat\nt2,a,2024-03-31,,solved,48,1,mail\nt3,b,2024-03-01,,closed,24,3,mail\n");
    const march = await read("customer-satisfaction-score", "2024-03", { by: "channel" });
    expect(march).toMatchObject({ numerator: 1, denominator: 2 }); // 5 and 3; the 1 was given on 2 April
    expect(partsOf(march)).toEqual([
      ["chat", 1],
      ["mail", 0],
    ]);
    expect(partsOf(await read("survey-responses", "2024-03", { by: "kind" }))).toEqual([["csat", 2]]);
    const rows = await evidenceOf(scope, "customer-satisfaction-score");
    expect(rows.map(({ account, record, numerator, score, from }) => [account, record, numerator, score, from])).toEqual([
      ["a", "t1", 1, 5, "ticket"],
      ["b", "t3", 0, 3, "ticket"],
    ]);
  });

  test("is no answer yet where the ticket was never solved", async () => {
    await tickets("t1,a,2024-03-10,,open,,5,\nt2,a,2024-03-10,,,5,5,\n");
    expect(await read("customer-satisfaction-score")).toMatchObject({ value: null, rows: 0 });
  });

  test("moves to the solve after a reopening, and is counted once", async () => {
    await tickets("t1,a,2024-02-10,2024-02-12,,,4,\n");
    await importText(scope, "ticket-events", "ticket,type,at\nt1,reopened,2024-03-01\nt1,solved,2024-03-05\n");
    expect((await read("customer-satisfaction-score", "2024-Q1")).denominator).toBe(1);
    expect((await read("customer-satisfaction-score", "2024-03")).denominator).toBe(1);
    const before = { asOf: new Date("2024-03-03T00:00:00Z") };
    expect((await read("customer-satisfaction-score", "2024-02", before)).denominator).toBe(1);
  });
});

describe("scales", () => {
  test("five points never enter the mean of seven, nor seven that of five once the workspace asks on five", async () => {
    await answered("1,ces,7,2024-03-02", "2,ces,4,2024-03-02", "3,ces,5,2024-03-02,,5", "4,ces,3,2024-03-02,,5", "5,ces,4,2024-03-02,,5");
    expect(await read("customer-effort-score")).toMatchObject({ value: 5.5, interval: [1, 7] }); // (7 + 4) ÷ 2
    expect((await read("customer-effort-score")).details).toEqual({ answers: 2, scale: 7, otherScale: 3 });
    expect((await read("easy-share")).value).toBe(0.5);
    await changeSettings(scope, { ces_scale: "5" });
    expect(await read("customer-effort-score")).toMatchObject({ value: 4, denominator: 3 }); // (5 + 3 + 4) ÷ 3
    expect((await read("customer-effort-score")).interval?.[1]).toBe(5); // 4 ± 4.303 × 1 ÷ √3, cut at 5
    expect((await read("easy-share")).value).toBeCloseTo(2 / 3, 12);
  });

  test("satisfaction is told on five points; others are counted and left out", async () => {
    await answered("1,csat,2,2024-03-02", "2,csat,9,2024-03-02,,10");
    expect(await read("customer-satisfaction-score")).toMatchObject({ value: 0, details: { satisfied: 0, answers: 1, otherScale: 1 } });
    expect((await read("survey-responses")).value).toBe(2);
  });

  test("nothing over nothing has no answer, and no answers are none", async () => {
    for (const id of [
      "net-promoter-score",
      "customer-satisfaction-score",
      "customer-satisfaction-mean",
      "customer-effort-score",
      "easy-share",
    ])
      expect(await read(id)).toMatchObject({ value: null, interval: null, rows: 0 });
    expect((await read("survey-responses")).value).toBe(0);
    expect((await read("customer-effort-score")).details).toMatchObject({ answers: 0, scale: null }); // a quotient of nothing is none, a count is 0
  });
});
