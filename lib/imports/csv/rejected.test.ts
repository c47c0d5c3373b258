import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesOf, type Dialect, readCsv } from "@/lib/imports/csv/read";
import type { CsvRow } from "@/lib/imports/csv/row";
import { openRejectFile } from "@/lib/imports/csv/write";

const path = join(mkdtempSync(join(tmpdir(), "rejected-")), "file.csv");

async function read(dialect: Dialect): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readCsv(bytesOf(path), dialect)) rows.push(...batch);
  return rows;
}

const HEADER = ["id", "reason", "line"];
const CELLS = ["=1+1", "'=1+1", "Müller; Söhne", "two\nlines", " x ", 'say "hi"', "-5", "'s"];

test.each<Dialect>([{}, { delimiter: ";" }, { delimiter: "\t", encoding: "windows-1252" }, { delimiter: "|", encoding: "utf-16le" }])(
  "rejected rows read as %o are read again by the same words, each cell as it was",
  async (dialect) => {
    const file = await openRejectFile(path, HEADER, dialect);
    for (const [place, cell] of CELLS.entries())
      await file.write([{ line: place + 2, reason: "bad-date", detail: "", cells: [cell, "mine", "7"] }]);
    await file.close();
    expect((await read(dialect)).map(({ cells }) => cells)).toEqual([HEADER, ...CELLS.map((cell) => [cell, "mine", "7"])]);
  },
);

test("rows of a file without marks are written as they were read, after line and reason", async () => {
  const file = await openRejectFile(path, ["id", "n"]);
  await file.write([{ line: 4, reason: "bad-number", detail: "n", cells: ["=a", "1,5"] }]);
  await file.close();
  expect(readFileSync(path, "utf8")).toBe('line,reason,id,n\r\n4,bad-number,=a,"1,5"\r\n');
});

test("a file of one's own that has a line and a reason is read as it is", async () => {
  writeFileSync(path, "line,reason,id\n12,changed address,'=a\nA7,bad-date,b\n");
  expect((await read({})).map(({ cells }) => cells)).toEqual([
    ["line", "reason", "id"],
    ["12", "changed address", "'=a"],
    ["A7", "bad-date", "b"],
  ]);
  writeFileSync(path, "line,reason,id\n");
  expect((await read({})).map(({ cells }) => cells)).toEqual([["line", "reason", "id"]]);
});
