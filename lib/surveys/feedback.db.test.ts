import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { countFeedback, type FeedbackRequest, listFeedback } from "@/lib/surveys/data";
import { ANSWER_CLASS_SQL, answerClass } from "@/lib/surveys/rules";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();

const ASKED: FeedbackRequest = { period: "2024-05", where: {}, kind: null, class: null, words: false, search: "" };
const LATER = new Date("2024-07-01T00:00:00Z");

let scope: Scope;

/** By external id: when, the question and the score, and what was said. */
const SAID = [
  ["before", "2024-04-30T20:00:00Z", "nps", "9", ""],
  ["first", "2024-04-30T22:00:00Z", "nps", "10", "Ünser Konto, 100% schnell"], // midnight of 1 May in Berlin
  ["quote", "2024-05-02T10:00:00Z", "nps", "3", 'Exports\' "date" column is_broken'],
  ["kanji", "2024-05-03T10:00:00Z", "csat", "2", "エクスポートが遅い"],
  ["plain", "2024-05-03T10:00:00Z", "ces", "6", "exports isnbroken"],
  ["mute", "2024-05-04T10:00:00Z", "nps", "8", ""],
  ["silent", "2024-05-05T10:00:00Z", "nps", "", ""],
] as const;

beforeAll(async () => {
  scope = await aWorkspace();
  await importText(scope, "accounts", "externalId,name,segment\na,Acme,SMB\nb,Birch,\n");
  const lines = SAID.map(([id, at, kind, score, words], n) =>
    [id, n % 2 ? "a" : "b", at, kind, score, `"${words.replaceAll('"', '""')}"`].join(","),
  );
  await importText(scope, "survey-responses", `externalId,account,answeredAt,kind,score,comment\n${lines.join("\n")}\n`);
});

async function found(more: Partial<FeedbackRequest> = {}): Promise<string[]> {
  const request = { ...ASKED, ...more };
  const [page, total] = await withTenant(
    scope,
    async ({ sql }) =>
      [
        await listFeedback(sql, scope, { ...request, after: null, limit: 50 }, LATER),
        await countFeedback(sql, scope, request, LATER),
      ] as const,
    "read",
  );
  expect(total.answers).toBe(page.rows.length);
  return page.rows.map(({ externalId }) => externalId);
}

test("a period's answers are listed newest first by the workspace's clock, and what was neither scored nor worded is none", async () => {
  const ids = await found();
  expect([ids[0], ids.slice(1, 3).sort(), ids.slice(3)]).toEqual(["mute", ["kanji", "plain"], ["quote", "first"]]);
});

test("words are found letter by letter, whatever the script and the case; %, _ and quotes are letters", async () => {
  expect(await found({ search: "ÜNSER" })).toEqual(["first"]);
  expect(await found({ search: "u\u0308nser" })).toEqual(["first"]); // the same letter, written as two
  expect(await found({ search: "ポートが" })).toEqual(["kanji"]);
  expect(await found({ search: "s_b" })).toEqual(["quote"]); // and not "isnbroken"
  expect(await found({ search: "100%" })).toEqual(["first"]);
  expect(await found({ search: "%" })).toEqual(["first"]);
  expect(await found({ search: '\' "date"' })).toEqual(["quote"]);
  expect(await found({ search: "'; DROP TABLE" })).toEqual([]);
});

test("question, feeling, words and whose narrow it down", async () => {
  expect(await found({ kind: "nps", class: "bad" })).toEqual(["quote"]);
  expect((await found({ class: "bad" })).sort()).toEqual(["kanji", "quote"]);
  expect(await found({ words: true, class: "good" })).toEqual(["plain", "first"]);
  expect(await found({ kind: "nps", words: true })).toEqual(["quote", "first"]);
});

test("pages join without a gap or a double, two answers of one instant among them", async () => {
  const ids: string[] = [];
  for (let after: string | null = null; ; ) {
    const page: Awaited<ReturnType<typeof listFeedback>> = await withTenant(
      scope,
      ({ sql }) => listFeedback(sql, scope, { ...ASKED, after, limit: 1 }, LATER),
      "read",
    );
    ids.push(...page.rows.map(({ externalId }) => externalId));
    if (page.next === null) break;
    after = page.next;
  }
  expect(ids).toEqual(await found());
});

test("an answer is classed alike by its rule and in SQL, on every scale there may be", async () => {
  const rows = await rowsOf<{ kind: "nps" | "csat" | "ces"; score: number | null; scale: number; class: string | null }>(
    scope,
    `SELECT r.kind, r.score, r.scale, ${ANSWER_CLASS_SQL} AS class FROM (
       SELECT kind, score, scale FROM unnest(ARRAY['csat', 'ces']) AS kind, generate_series(2, 10) AS scale, generate_series(1, scale) AS score
       UNION ALL SELECT 'nps', score, 10 FROM generate_series(0, 10) AS score UNION ALL SELECT 'nps', NULL, 10) AS r`,
  );
  expect(rows).toHaveLength(2 * 54 + 12);
  for (const row of rows) expect([row, answerClass(row)]).toEqual([row, row.class]);
});
