import { expect, test } from "vitest";
import { csvRow, csvText } from "@/lib/kernel/csv";

test("text that a spreadsheet would run is kept as text", () => {
  expect(csvRow(["=1+1", "+49 30", "-2", "@me", "  =x", "＝1"])).toBe(`"'=1+1","'+49 30","'-2","'@me","'  =x","'＝1"\r\n`);
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
