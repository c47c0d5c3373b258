import { expect, test } from "vitest";
import { csvRow, csvRowBy, csvText, unguarded } from "@/lib/kernel/csv";

test("text that a spreadsheet would run is kept as text", () => {
  expect(csvRow(["=1+1", "+49 30", "-2", "@me", "  =x", "＝1"])).toBe(`"'=1+1","'+49 30","'-2","'@me","'  =x","'＝1"\r\n`);
});

test("the guard comes off again, and nobody's own apostrophe with it", () => {
  for (const text of ["=1+1", "'=1+1", "''-2", "  =x", "'  =x", "'t", "it's", "'", "", "-", "\t", "'\t"]) {
    const written = csvRow([text]).slice(1, -3).replaceAll('""', '"');
    expect(unguarded(written)).toBe(text);
  }
});

test("a file may be cut by another delimiter", () => {
  expect(csvRowBy(";", ["1,5", 2, null])).toBe('"1,5";2;\r\n');
});

test("numbers pass as they are, also negative ones", () => {
  expect(csvRow([-2, 0.125, true, null])).toBe("-2,0.125,true,\r\n");
});

test("quotes are doubled and line breaks stay inside their cell", () => {
  expect(csvRow(['say "hi"', "two\nlines"])).toBe('"say ""hi""","two\nlines"\r\n');
});

test("a file begins with its mark", () => {
  expect(csvText([["a"]])).toBe('\uFEFF"a"\r\n');
});
