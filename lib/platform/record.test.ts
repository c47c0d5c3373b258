import { expect, test } from "vitest";
import { decimal, plain } from "@/lib/platform/record";

const LONG = 500_000;

test("whitespace around text never counts, whatever it is made of", () => {
  expect(plain("\ufeff\u00a0\t é x \u200b\r\n")).toBe("é x");
  expect(plain("e\u0301")).toBe("\u00e9");
  expect(plain(" \u2060\t")).toBe("");
});

// Each takes the square of its length where it is trimmed by a pattern or its marks are put in order: minutes to hours for one cell.
test("a cell of a megabyte is read in the time a megabyte takes", () => {
  for (const run of ["\t", "\u00a0", " \u200b"]) {
    const text = `é${run.repeat(LONG)}é`;
    expect(plain(text)).toBe(text);
    expect(plain(`${run.repeat(LONG)}é${run.repeat(LONG)}`)).toBe("é");
  }
  const marks = `a${"\u0301".repeat(LONG)}${"\u0316".repeat(LONG)}`;
  expect(plain(marks)).toBe(marks);
});

test("a decimal is kept with all its places, up to forty", () => {
  const kept: [string | number, string][] = [
    ["1.3333333333333333", "1.3333333333333333"],
    ["0.006644518272425249", "0.006644518272425249"],
    [`0.${"3".repeat(40)}`, `0.${"3".repeat(40)}`],
    ["007.50", "7.5"],
    [4 / 3, "1.3333333333333333"],
    [1 / 150.5, "0.006644518272425249"],
    [1e-7, "0.0000001"],
    [0.1 + 0.2, "0.30000000000000004"],
    [1e21, "1000000000000000000000"],
    [-0, "0"],
  ];
  for (const [given, text] of kept) expect(decimal.parse(given)).toBe(text);
  const refused = ["1e-7", `0.${"3".repeat(41)}`, "1.", ".5", "", "٣", 1e300, 5e-324, Number.NaN, Number.POSITIVE_INFINITY];
  for (const given of refused) expect(decimal.safeParse(given).error?.issues[0]?.message).toBe("bad-number");
  expect(decimal.safeParse(-1e-7).error?.issues[0]?.message).toBe("negative-amount");
});
