import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { beforeAll, describe, expect, test } from "vitest";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();
const shared = fileURLToPath(new URL("../../../shared/data/nasty_csv/", import.meta.url));
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace();
});

// Without the files there is nothing to read: the suite then says so by its name, and not by failing.
const files = existsSync(shared)
  ? ["csv-spectrum/csvs", "rfc4180-csv-test-data/csv"].flatMap((folder) =>
      readdirSync(join(shared, folder)).map((name) => join(folder, name)),
    )
  : [];
const MUST_REFUSE = /bad-(missing-quote|unescaped-quote|quotes-with-unescaped-quote|header-less-fields|header-more-fields)/;

describe.skipIf(files.length === 0)(`other people's nasty files${files.length === 0 ? " (absent: ../shared/data/nasty_csv)" : ""}`, () => {
  test.each(files)("%s is read without silent loss", async (name) => {
    const bytes = readFileSync(join(shared, name));
    const [column = ""] = (bytes.toString("utf8").split(/[\r\n]/)[0] ?? "").replaceAll('"', "").split(",");
    const done = importText(scope, "accounts", bytes, { source: name, map: { fields: { externalId: column, name: { value: "x" } } } });
    if (column === "") return void (await expect(done).rejects.toThrow("no column"));
    const { read, accepted, unchanged, rejected } = await done;
    expect(accepted + unchanged + rejected).toBe(read);
    if (MUST_REFUSE.test(name)) expect(rejected).toBe(1);
  });

  test("the naughty strings come back byte for byte, or are told", async () => {
    const strings: string[] = JSON.parse(readFileSync(join(shared, "blns/blns.json"), "utf8"));
    const quoted = strings.map((text, index) => `n${index},"${text.replaceAll('"', '""')}"`);
    const report = await importText(scope, "accounts", `externalId,name\n${quoted.join("\n")}\n`, { source: "blns" });
    const kept = await rowsOf<{ id: number; name: string }>(
      scope,
      "SELECT substr(external_id, 2)::int AS id, name FROM app.account WHERE source = 'blns'",
    );
    expect(report.read).toBe(strings.length);
    expect(kept).toHaveLength(report.accepted);
    for (const { id, name } of kept) expect(name).toBe(strings[id]);
    expect(report.reasons).toEqual({ "missing-field": report.rejected });
  });
});

test("a file that is no text, no CSV or of no rows ends in one sentence or in zero rows", async () => {
  await expect(importText(scope, "accounts", Buffer.from([0, 1, 2, 255]))).rejects.toThrow("first line cannot be read");
  await expect(importText(scope, "accounts", Buffer.alloc(3_000_000, 65))).rejects.toThrow("first line cannot be read");
  await expect(importText(scope, "accounts", "externalId,name,name\nA,x,y\n")).rejects.toThrow("two columns called name");
  await expect(importText(scope, "accounts", `${Array.from({ length: 501 }, (_, index) => `c${index}`)}\n`)).rejects.toThrow("at most 500");
  expect(await importText(scope, "accounts", "externalId,name\n")).toMatchObject({ read: 0, accepted: 0 });
});

test("columns named after what every object has are columns like others", async () => {
  const text = "externalId,name,__proto__,constructor,attributes.__proto__,attributes.toString\nP,Proto,x,y,z,w\n";
  expect(await importText(scope, "accounts", text, { source: "proto" })).toMatchObject({ accepted: 1 });
  expect(Object.keys({})).toEqual([]);
});

test("a row of a hundred thousand cells is refused, and no more of it is kept than a row may have", async () => {
  const wide = `W,Wide${",x".repeat(100_000)}`;
  const { runId, ...report } = await importText(scope, "accounts", `externalId,name\n${wide}\nN,Narrow\n`);
  expect(report).toMatchObject({ read: 2, accepted: 1, reasons: { "ragged-row": 1 } });
  const kept = "SELECT line::int AS line, detail, jsonb_array_length(cells) AS cells FROM app.import_reject WHERE run_id = $1::uuid";
  expect(await rowsOf(scope, kept, [runId])).toEqual([{ line: 2, detail: "100002 cells under 2 columns", cells: 500 }]);
});
