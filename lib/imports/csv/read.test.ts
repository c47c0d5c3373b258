import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { bytesOf, type Dialect, readCsv } from "@/lib/imports/csv/read";
import type { CsvRow } from "@/lib/imports/csv/row";
import { Scanner } from "@/lib/imports/csv/scanner";

const folder = mkdtempSync(join(tmpdir(), "csv-"));

async function rows(content: string | Buffer, dialect: Dialect = {}): Promise<CsvRow[]> {
  const path = join(folder, "file.csv");
  writeFileSync(path, content);
  const all: CsvRow[] = [];
  for await (const batch of readCsv(bytesOf(path), dialect)) for (const row of batch) all.push(row);
  return all;
}

async function cells(content: string | Buffer, dialect: Dialect = {}): Promise<(readonly string[])[]> {
  return (await rows(content, dialect)).map((row) => row.cells);
}

/** What the scanner reads when the bytes come one at a time. */
function byByte(text: string): CsvRow[] {
  const scanner = new Scanner(",", (bytes) => bytes.toString("utf8"));
  const bytes = Buffer.from(text);
  return [...bytes.keys()]
    .flatMap((at) => scanner.push(bytes.subarray(at, at + 1), { last: false }))
    .concat(scanner.push(Buffer.alloc(0), { last: true }));
}

test("every mix of line ends is a line end, and blank lines are no rows but count as lines", async () => {
  expect(await rows("a,b\r\n1,2\n\n3,4\r5,6")).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["1", "2"] },
    { line: 4, cells: ["3", "4"] },
    { line: 5, cells: ["5", "6"] },
  ]);
});

test("quotes hold delimiters, line ends and doubled quotes; a row's line is where it begins", async () => {
  const text = 'a,b\n"x,\r\ny","say ""hi"""\n"",\n';
  expect(await rows(text)).toEqual([
    { line: 1, cells: ["a", "b"] },
    { line: 2, cells: ["x,\r\ny", 'say "hi"'] },
    { line: 4, cells: ["", ""] },
  ]);
  expect(byByte(text)).toEqual(await rows(text));
});

test("an unclosed quote costs its own row, told by the line it began on, and not the rest of the file", async () => {
  const found = await rows('a,b\n1,"open\n2,two\n3,three\n');
  expect(found.map(({ line, fault }) => [line, fault?.reason])).toEqual([
    [1, undefined],
    [2, "unclosed-quote"],
    [3, undefined],
    [4, undefined],
  ]);
});

test("an unclosed quote far from the end of a large file is told the same way", async () => {
  const found = await rows(`a,b\n1,"open\n${"2,two\n".repeat(400_000)}`);
  expect(found[1]).toMatchObject({ line: 2, fault: { reason: "unclosed-quote" } });
  expect(found).toHaveLength(400_002);
  expect(found.at(-1)).toEqual({ line: 400_002, cells: ["2", "two"] });
}, 20_000);

test("text after a closing quote, and a quote inside a plain cell, are refused", async () => {
  expect((await rows('a\n"x"y\nx"y\nok\n')).map(({ fault }) => fault?.reason)).toEqual([
    undefined,
    "unclosed-quote",
    "unclosed-quote",
    undefined,
  ]);
});

test("byte order marks and declared encodings are read; what is not in the encoding is told, row by row", async () => {
  const expected = [["name"], ["Grün ☃"]];
  expect(await cells("\ufeffname\nGrün ☃\n")).toEqual(expected);
  expect(await cells(Buffer.from("\ufeffname\nGrün ☃\n", "utf16le"))).toEqual(expected);
  expect(await cells(Buffer.from("\ufeffname\nGrün ☃\n", "utf16le").swap16())).toEqual(expected);
  expect(await cells(Buffer.from([0x6e, 0x0a, 0x80, 0xfc]), { encoding: "windows-1252" })).toEqual([["n"], ["€ü"]]);
  const bad = await rows(Buffer.concat([Buffer.from("n\n"), Buffer.from([0xff, 0xfe, 0x0a]), Buffer.from("fine\n")]));
  expect(bad.map(({ line, fault }) => [line, fault?.reason])).toEqual([
    [1, undefined],
    [2, "bad-encoding"],
    [3, undefined],
  ]);
});

test("delimiters are as told, or as the file's own sep line tells", async () => {
  expect(await cells("a;b\n1;2\n", { delimiter: ";" })).toEqual([
    ["a", "b"],
    ["1", "2"],
  ]);
  expect(await rows("sep=|\r\na|b\r\n1|2\r\n")).toEqual([
    { line: 2, cells: ["a", "b"] },
    { line: 3, cells: ["1", "2"] },
  ]);
  expect(await cells("a\tb\n\t\n", { delimiter: "\t" })).toEqual([
    ["a", "b"],
    ["", ""],
  ]);
});

test("a row without an end is refused after 2 MB, and the next is read", async () => {
  const found = await rows(Buffer.concat([Buffer.from("a\n"), Buffer.alloc(5_000_000, 120), Buffer.from("\nok\n")]));
  expect(found.map(({ line, fault }) => [line, fault?.reason])).toEqual([
    [1, undefined],
    [2, "out-of-range"],
    [3, undefined],
  ]);
});

test("the last row needs no line end, also after a carriage return or a closing quote", async () => {
  for (const end of ["", "\n", "\r", "\r\n"])
    expect(await cells(`a,b\n1,"2"${end}`)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
});
