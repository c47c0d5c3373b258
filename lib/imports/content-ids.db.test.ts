import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importFile } from "@/lib/imports/import-file";
import { parseMap } from "@/lib/imports/map";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { undoRun } from "@/lib/imports/undo";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();

const REVIEWS = "../shared/data/surveys/alexa_reviews/amazon_alexa.tsv";
const FIELDS = { externalId: { content: true }, kind: { value: "csat" }, score: "stars", answeredAt: "on", comment: "words" };
const HEAD = "stars,on,words\n";
const ROW = "5,2024-01-01,Good\n";

async function aShop() {
  const scope = await aWorkspace();
  const load = (text: string, more: { source?: string; dryRun?: boolean; fields?: object } = {}) =>
    importText(scope, "survey-responses", HEAD + text, { ...more, map: { fields: { ...FIELDS, ...more.fields } } });
  const answers = () => rowsOf<{ id: string; comment: string | null }>(scope, ANSWERS);
  return { scope, load, answers };
}

const ANSWERS = "SELECT external_id AS id, comment FROM app.survey_response ORDER BY answered_at, external_id";

test("two equal rows are two records, and the same file again changes nothing", async () => {
  const { load, answers } = await aShop();
  const text = `${ROW}4,2024-01-01,Good\n${ROW}9,2024-01-01,Too good\n`;
  expect(await load(text, { dryRun: true })).toMatchObject({ read: 4, accepted: 3, rejected: 1 });
  expect(await load(text)).toMatchObject({ read: 4, accepted: 3, reasons: { "out-of-range": 1 } });
  expect(await load(text)).toMatchObject({ read: 4, accepted: 0, unchanged: 3, rejected: 1 });
  expect(await load(`${ROW}${ROW}${ROW}`, { dryRun: true })).toMatchObject({ accepted: 1, unchanged: 2 });
  expect(await load(`${ROW}${ROW}${ROW}`)).toMatchObject({ accepted: 1, unchanged: 2 });
  expect(await load(ROW, { source: "elsewhere" })).toMatchObject({ accepted: 1 });
  expect(await answers()).toHaveLength(5);
});

test("the id is of the cells: a map that reads more of them changes the records it made", async () => {
  const { load, answers } = await aShop();
  await load(ROW, { fields: { comment: { value: "" } } });
  const [before] = await answers();
  expect(await load('"5",2024-01-01,Good\r\n')).toMatchObject({ inserted: 0, updated: 1 });
  expect(await answers()).toEqual([{ id: before?.id, comment: "Good" }]);
});

test("a record is removed by that id, and the run that brought it is undone", async () => {
  const { scope, load, answers } = await aShop();
  const { runId } = await load(`${ROW}${ROW}`);
  const [first, second] = await answers();
  const remove = () => removeRecord(scope, findKind("survey-responses"), { source: "crm", externalId: first?.id ?? "" });
  expect(await remove()).toEqual({ deleted: 1, alongside: {} });
  await expect(remove()).rejects.toThrow("There is no record");
  expect(await answers()).toEqual([second]);
  expect(await undoRun(scope, runId ?? "")).toEqual({ deleted: 1, restored: 0, kept: 0 });
  expect(await answers()).toEqual([]);
});

test("refused rows are told by line, and mended they are the records they would have been", async () => {
  const { scope, load, answers } = await aShop();
  const { runId } = await load(`${ROW}${ROW}5,31-31-2024,Good\n${ROW}`);
  const rejects = "SELECT line::int AS line, reason, detail, cells FROM app.import_reject WHERE run_id = $1::uuid";
  expect(await rowsOf(scope, rejects, [runId])).toEqual([
    { line: 4, reason: "bad-date", detail: "answeredAt", cells: ["5", "31-31-2024", "Good"] },
  ]);
  expect(await load(`${ROW}${ROW}5,2024-01-02,Good\n${ROW}`)).toMatchObject({ inserted: 1, updated: 0, unchanged: 3, rejected: 0 });
  expect(await answers()).toHaveLength(4);
});

test("rows are counted on where an import was cut off", async () => {
  const { scope } = await aShop();
  // 30,000 rows of 7,000 contents: 2,000 of them 5 times, the others 4 times.
  const lines = Array.from({ length: 30_000 }, (_, index) => `5,2024-01-01,Review ${index % 7_000}`);
  const text = Buffer.from(`${HEAD}${lines.join("\n")}\n`);
  let opened = 0;
  async function* bytes(cutOff: boolean) {
    yield text.subarray(0, 450_000);
    yield text.subarray(450_000, 500_000);
    while (cutOff) {
      const [run] = await rowsOf<{ row: number }>(scope, "SELECT committed_row::int AS row FROM app.import_run");
      if ((run?.row ?? 0) > 0) throw new Error("The line is dead.");
    }
    yield text.subarray(500_000);
  }
  const said: string[] = [];
  const load = () => {
    const [kind, map] = [findKind("survey-responses"), parseMap(JSON.stringify({ fields: FIELDS }))];
    const open = () => {
      opened += 1;
      return bytes(opened === 1);
    };
    return importFile(scope, { kind, path: "reviews.csv", open, source: "crm", map, dryRun: false, say: (words) => said.push(words) });
  };
  await expect(load()).rejects.toThrow("The line is dead.");
  expect(await load()).toMatchObject({ read: 30_000, accepted: 30_000, rejected: 0 });
  expect(said.at(-1)).toMatch(/^Going on after row [12]0000,/);
  const counted = `SELECT n::int AS n, count(*)::int AS contents FROM (SELECT count(*) AS n FROM app.survey_response GROUP BY comment) c GROUP BY n ORDER BY n`;
  expect(await rowsOf(scope, counted)).toEqual([
    { n: 4, contents: 5_000 },
    { n: 5, contents: 2_000 },
  ]);
  expect(await load()).toMatchObject({ accepted: 0, unchanged: 30_000 });
});

test("a map says so only for the external id, of a kind that cannot be without one, and then nothing else of it", async () => {
  const { scope, load } = await aShop();
  await expect(async () => load(ROW, { fields: { comment: { content: true } } })).rejects.toThrow(
    "The map cannot be read at fields.comment: only externalId can be made of the row's content.",
  );
  for (const more of [{ column: "words" }, { value: "x" }, { format: "yyyy" }, { values: { a: "b" } }])
    await expect(async () => load(ROW, { fields: { externalId: { content: true, ...more } } })).rejects.toThrow(
      "The map cannot be read at fields.externalId: an id of the row's content is of all its cells and takes nothing else.",
    );
  await expect(async () => load(ROW, { fields: { externalId: { content: false } } })).rejects.toThrow("fields.externalId");
  const pauses = importText(scope, "pauses", "subscription,from\n", { map: { fields: { externalId: { content: true }, from: "from" } } });
  await expect(pauses).rejects.toThrow("pauses are known by their content without an external id; leave externalId out of the map.");
});

const there = existsSync(REVIEWS);

test.skipIf(!there)(`reviews without ids come in once${there ? "" : ` (absent: ${REVIEWS})`}`, async () => {
  const scope = await aWorkspace();
  const map = JSON.parse(readFileSync("maps/product-reviews.json", "utf8"));
  const load = () => importText(scope, "survey-responses", readFileSync(REVIEWS), { source: "reviews", map });
  expect(await load()).toMatchObject({ read: 3150, accepted: 3150, rejected: 0 });
  expect(await load()).toMatchObject({ read: 3150, accepted: 0, unchanged: 3150 });
  const stars = "SELECT score::int AS stars, count(*)::int AS n FROM app.survey_response GROUP BY 1 ORDER BY 1";
  expect(await rowsOf(scope, stars)).toEqual([161, 96, 152, 455, 2286].map((n, index) => ({ stars: index + 1, n })));
});
