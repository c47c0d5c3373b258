import { beforeAll, expect, test } from "vitest";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { expectGolden, type Golden } from "@/tests/support/golden";
import { aWorkspace } from "@/tests/support/import";

await testDatabase();
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace();
});

const HEAD = "externalId,name\n";
const MB = 1024 * 1024;
const two = [
  ["1", "Anna"],
  ["2", "Bert"],
];
const wide = (columns: number) => Array.from({ length: columns }, (_, n) => `c${n}`).join(",");
const with1252 = (text: string) => Buffer.from(text.replaceAll("€", "\x80").replaceAll("’", "\x92"), "latin1");

const FILES: Record<string, Golden> = {
  "line feeds": { file: `${HEAD}1,Anna\n2,Bert\n`, rows: two },
  "carriage returns and line feeds": { file: "externalId,name\r\n1,Anna\r\n2,Bert\r\n", rows: two },
  "carriage returns alone": { file: "externalId,name\r1,Anna\r2,Bert\r", rows: two },
  "line ends mixed": { file: "externalId,name\r\n1,Anna\r2,Bert\n", rows: two },
  "no line end at the end": { file: `${HEAD}1,Anna\n2,Bert`, rows: two },
  "byte order mark of UTF-8": { file: `\ufeff${HEAD}1,Anna\n2,Bert\n`, rows: two },
  "byte order mark before a quote": { file: '\ufeff"externalId","name"\n"1","Anna"\n', rows: [["1", "Anna"]] },
  "UTF-16 little end first": { file: Buffer.from(`\ufeff${HEAD}1,Grün ☃\n`, "utf16le"), rows: [["1", "Grün ☃"]] },
  "UTF-16 big end first": { file: Buffer.from(`\ufeff${HEAD}1,Grün ☃\n`, "utf16le").swap16(), rows: [["1", "Grün ☃"]] },
  "UTF-16 without a mark, as told": {
    file: Buffer.from(`${HEAD}1,Anna\n`, "utf16le"),
    map: { fields: { externalId: "externalId", name: "name" }, csv: { encoding: "utf-16le" } },
    rows: [["1", "Anna"]],
  },
  "UTF-16 that breaks off inside a character": {
    file: Buffer.from(`\ufeff${HEAD}1,Anna\n`, "utf16le").subarray(0, -1),
    throws: "not in the UTF-16",
  },
  "a line end in quotes": {
    file: `${HEAD}1,"An\r\nna"\n2,Bert\n`,
    rows: [
      ["1", "An\r\nna"],
      ["2", "Bert"],
    ],
  },
  "doubled quotes": { file: `${HEAD}1,"""Anna"" said"\n`, rows: [["1", '"Anna" said']] },
  "a delimiter in quotes": { file: `${HEAD}"1","Anna, Bert"\n`, rows: [["1", "Anna, Bert"]] },
  "a quote never closed": { file: `${HEAD}1,"Anna\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "unclosed-quote"]] },
  "a quote never closed in the last line": { file: `${HEAD}1,Anna\n2,"Bert`, rows: [["1", "Anna"]], rejected: [[3, "unclosed-quote"]] },
  "text after a closing quote": { file: `${HEAD}1,"An"na\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "unclosed-quote"]] },
  "a quote inside a bare cell": { file: `${HEAD}1,An"na\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "unclosed-quote"]] },
  "a cell too few": { file: `${HEAD}1\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "ragged-row"]] },
  "a cell too many": { file: `${HEAD}1,Anna,x\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "ragged-row"]] },
  "a header twice": { file: "externalId,name,name\n1,Anna,Bert\n", throws: "two columns called name" },
  "a header without a name": { file: "externalId,,name\n1,x,Anna\n", rows: [["1", "Anna"]] },
  "spaces around headers": { file: " externalId , name \n1,Anna\n", rows: [["1", "Anna"]] },
  "a header and no rows": { file: HEAD, rows: [] },
  "a header without a line end": { file: "externalId,name", rows: [] },
  "nothing at all": { file: "", throws: "no column for externalId" },
  "blank lines alone": { file: "\n\n\r\n", throws: "no column for externalId" },
  "ten thousand columns": { file: `${wide(10_000)}\n`, throws: "at most 500" },
  "five hundred columns": { file: `externalId,name,${wide(498)}\n1,Anna${",x".repeat(498)}\n`, rows: [["1", "Anna"]] },
  semicolons: { file: "externalId;name\n1;An,na\n", map: told(";"), rows: [["1", "An,na"]] },
  tabs: { file: "externalId\tname\n1\tAn,na\n", map: told("\t"), rows: [["1", "An,na"]] },
  bars: { file: "externalId|name\n1|An,na\n", map: told("|"), rows: [["1", "An,na"]] },
  "a line that names the delimiter": {
    file: "sep=;\nexternalId;name\n1;Anna\n;x\n",
    rows: [["1", "Anna"]],
    rejected: [[4, "missing-field"]],
  },
  "Latin-1": { file: Buffer.from(`${HEAD}1,Müller\n`, "latin1"), map: told(",", "latin1"), rows: [["1", "Müller"]] },
  "Windows-1252": { file: with1252(`${HEAD}1,Müller’s €\n`), map: told(",", "windows-1252"), rows: [["1", "Müller’s €"]] },
  "Latin-1 read as UTF-8": {
    file: Buffer.from(`${HEAD}1,Müller\n2,Bert\n`, "latin1"),
    rows: [["2", "Bert"]],
    rejected: [[2, "bad-encoding"]],
  },
  "UTF-8 longer than it may be": {
    file: Buffer.concat([Buffer.from(`${HEAD}1,`), Buffer.from([0xc0, 0xaf]), Buffer.from("\n2,Bert\n")]),
    rows: [["2", "Bert"]],
    rejected: [[2, "bad-encoding"]],
  },
  "half of a surrogate pair": {
    file: Buffer.concat([Buffer.from(`${HEAD}1,`), Buffer.from([0xed, 0xa0, 0x80]), Buffer.from("\n2,Bert\n")]),
    rows: [["2", "Bert"]],
    rejected: [[2, "bad-encoding"]],
  },
  "a NUL in a cell": { file: `${HEAD}1,An\0na\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "nul-byte"]] },
  "a NUL in an id": { file: `${HEAD}1\0,Anna\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "nul-byte"]] },
  "a note of a megabyte": {
    file: `externalId,name,attributes.note\n1,Anna,${"x".repeat(MB)}\n`,
    rows: [["1", "Anna"]],
  },
  "a name of a megabyte, which no index holds": { file: `${HEAD}1,${"x".repeat(MB)}\n`, rejected: [[2, "out-of-range"]] },
  "a cell of more than a megabyte": {
    file: `${HEAD}1,${"x".repeat(MB + 1)}\n2,Bert\n`,
    rows: [["2", "Bert"]],
    rejected: [[2, "out-of-range"]],
  },
  "a row of three megabytes": { file: `${HEAD}1,${"x".repeat(3 * MB)}\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "out-of-range"]] },
  "blank lines between": { file: `${HEAD}\n1,Anna\n\n\n,x\n`, rows: [["1", "Anna"]], rejected: [[6, "missing-field"]] },
  "lines of spaces": { file: `${HEAD}   \n1,Anna\n\t\n`, rows: [["1", "Anna"]] },
  "a row of delimiters": { file: `${HEAD},\n1,Anna\n`, rows: [["1", "Anna"]], rejected: [[2, "missing-field"]] },
  "the same row twice": { file: `${HEAD}1,Anna\n1,Anna\n`, rows: [["1", "Anna"]], unchanged: 1 },
  "the same id with other words": { file: `${HEAD}1,Anna\n2,Bert\n1,Carl\n`, rows: two, rejected: [[4, "duplicate-key"]] },
  "ids with zeros in front": {
    file: `${HEAD}007,Anna\n7,Bert\n`,
    rows: [
      ["007", "Anna"],
      ["7", "Bert"],
    ],
  },
  "ids like numbers": {
    file: `${HEAD}1E5,Anna\n100000,Bert\n1.0,Carl\n`,
    rows: [
      ["1.0", "Carl"],
      ["100000", "Bert"],
      ["1E5", "Anna"],
    ],
  },
  "no-break spaces around an id": { file: `${HEAD}\u00a01\u00a0,Anna\n1,Anna\n`, rows: [["1", "Anna"]], unchanged: 1 },
  "zero-width spaces around an id": { file: `${HEAD}\u200b1\u200b,Anna\n1,Anna\n`, rows: [["1", "Anna"]], unchanged: 1 },
  "a zero-width space inside an id": {
    file: `${HEAD}1\u200b2,Anna\n12,Bert\n`,
    rows: [
      ["12", "Bert"],
      ["1\u200b2", "Anna"],
    ],
  },
  "an id of spaces": { file: `${HEAD}\u00a0\u200b,Anna\n2,Bert\n`, rows: [["2", "Bert"]], rejected: [[2, "missing-field"]] },
  "an id of six hundred characters": { file: `${HEAD}${"x".repeat(600)},Anna\n`, rejected: [[2, "out-of-range"]] },
  "one accent in two forms": { file: `${HEAD}caf\u00e9,Anna\ncafe\u0301,Anna\n`, rows: [["café", "Anna"]], unchanged: 1 },
  "mails in mixed case": {
    file: "externalId,name,seats,ownerEmail\n1,Anna,3,Olga@ACME.Test\n",
    rows: [["1", "Anna", 3, "olga@acme.test"]],
  },
  "text from right to left": { file: `${HEAD}1,شركة \u202eabc\n`, rows: [["1", "شركة \u202eabc"]] },
  emoji: { file: `${HEAD}👩‍👩‍👧,🦊 Ltd\n`, rows: [["👩‍👩‍👧", "🦊 Ltd"]] },
  "what a spreadsheet would run": {
    file: `${HEAD}1,"=HYPERLINK(""http://x"",""y"")"\n2,@SUM(1)\n`,
    rows: [
      ["1", '=HYPERLINK("http://x","y")'],
      ["2", "@SUM(1)"],
    ],
  },
  "what a browser would run": { file: `${HEAD}1,<script>alert(1)</script>\n`, rows: [["1", "<script>alert(1)</script>"]] },
  "what a database would run": { file: `${HEAD}1,"x'); DROP TABLE app.account; --"\n`, rows: [["1", "x'); DROP TABLE app.account; --"]] },
  "what COPY would take for more": {
    file: `${HEAD}1,a\\tb\\N\n\\N,\\.\n`,
    rows: [
      ["1", "a\\tb\\N"],
      ["\\N", "\\."],
    ],
  },
  "columns called after what every object has": {
    file: "externalId,name,__proto__,constructor,toString\n1,Anna,x,y,z\n",
    rows: [["1", "Anna"]],
  },
};

function told(delimiter: string, encoding = "utf-8"): object {
  return { fields: { externalId: "externalId", name: "name" }, csv: { delimiter, encoding } };
}

test.each(Object.keys(FILES))("%s", async (name) => {
  const golden = FILES[name];
  if (golden) await expectGolden(scope, "accounts", name, golden);
});

test("there are as many of them as were promised", () => {
  expect(Object.keys(FILES).length).toBeGreaterThanOrEqual(60);
  expect(Object.keys({})).toEqual([]);
});
