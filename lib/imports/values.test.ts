import { expect, test } from "vitest";
import { dateReader } from "@/lib/imports/dates";
import { readDecimal, readMinor, readWhole } from "@/lib/imports/numbers";

const bad = { refused: "bad-number" };
const fractional = { refused: "fractional-minor-unit" };

function at(text: string, format?: string, zone = "America/New_York"): string | undefined {
  return dateReader(format, zone)(text)?.toISOString();
}

test("a date is midnight in the workspace's zone, and an offset is obeyed", () => {
  expect(at("2024-01-05")).toBe("2024-01-05T05:00:00.000Z");
  expect(at("2024-07-05")).toBe("2024-07-05T04:00:00.000Z");
  expect(at("2024-01-05 10:30")).toBe("2024-01-05T15:30:00.000Z");
  expect(at("2024-01-05T10:30:15.25Z")).toBe("2024-01-05T10:30:15.250Z");
  expect(at("2024-01-05T10:30:00+05:45")).toBe("2024-01-05T04:45:00.000Z");
});

test("the hour that summer time skips is moved over the skip, the hour it repeats is its second, as PostgreSQL has it", () => {
  expect(at("2024-03-10 02:30")).toBe("2024-03-10T07:30:00.000Z");
  expect(at("2024-11-03 01:30")).toBe("2024-11-03T06:30:00.000Z");
  expect(at("2026-11-01", undefined, "America/Havana")).toBe("2026-11-01T05:00:00.000Z");
  expect(at("2024-04-25", undefined, "Africa/Cairo")).toBe("2024-04-24T22:00:00.000Z");
  expect(at("2024-04-26", undefined, "Africa/Cairo")).toBe("2024-04-25T22:00:00.000Z"); // 00:00 is skipped; 01:00 +03 is that instant
});

test("days that are none are no dates, and nothing is guessed", () => {
  for (const text of ["2023-02-29", "2024-13-01", "2024-1-5", "03/04/2026", "45292", "2024-01-05T25:00", "yesterday", "2024-01"])
    expect(at(text)).toBeUndefined();
  expect(at("2024-02-29", undefined, "UTC")).toBe("2024-02-29T00:00:00.000Z");
});

test("a declared format is read strictly", () => {
  expect(at("03/04/2026", "dd/MM/yyyy", "UTC")).toBe("2026-04-03T00:00:00.000Z");
  expect(at("4/3/26 1:05 pm", "M/d/yy h:mm a", "UTC")).toBe("2026-04-03T13:05:00.000Z");
  expect(at("12:00 AM 5 March 2024", "hh:mm a d MMMM yyyy", "UTC")).toBe("2024-03-05T00:00:00.000Z");
  expect(at("3/4/2026", "dd/MM/yyyy", "UTC")).toBeUndefined();
  expect(() => dateReader("dd/QQ/yyyy", "UTC")).toThrow("cannot be read at");
});

test("numbers go by the declared decimal mark", () => {
  expect(readWhole("4.0", ".")).toBe(4n);
  expect(readWhole("-0", ".")).toBe(0n);
  expect(readWhole("1,234", ".")).toBe(1234n);
  expect(readDecimal("1.234,56", ",")).toBe("1234.56");
  for (const text of ["4.5", "1E5", "(12)", "12%", "$5", "NaN", "1e400", "", "-", ".", "1,23", "٣"])
    expect(readWhole(text, ".")).toEqual(bad);
});

test("a decimal is read with all its places, up to forty, and zeros behind it are places too", () => {
  expect(readDecimal("1.3333333333333333", ".")).toBe("1.3333333333333333");
  expect(readDecimal(`0,${"6".repeat(40)}`, ",")).toBe(`0.${"6".repeat(40)}`);
  expect(readDecimal(`0.${"6".repeat(41)}`, ".")).toEqual(bad);
  expect(readMinor(`1.${"0".repeat(40)}`, ".", { major: true, digits: 2 })).toBe(100n);
  expect(readMinor(`1.${"0".repeat(41)}`, ".", { major: true, digits: 2 })).toEqual(bad);
});

// Each takes the square of its length where a pattern looks for the end of a run: minutes to hours for one cell.
test("a number of a megabyte is refused in the time a megabyte takes", () => {
  const zeros = "0".repeat(1_000_000);
  const major = { major: true, digits: 2 };
  expect(readMinor(`0.${zeros}1`, ".", major)).toEqual(bad);
  expect(readMinor(`${zeros}1.5`, ".", major)).toBe(150n);
  expect(readMinor(`1${zeros}`, ".", major)).toEqual({ refused: "out-of-range" });
  expect(readMinor(`1${",000".repeat(250_000)}x`, ".", major)).toEqual(bad);
  expect(readDecimal(`0.${zeros}1`, ".")).toEqual(bad);
  expect(readWhole(`1.${zeros}1`, ".")).toEqual(bad);
});

test("minor units have no decimal point; major units have the currency's digits and no more", () => {
  const [minor, usd, jpy, kwd] = [{ major: false, digits: 2 }, ...[2, 0, 3].map((digits) => ({ major: true, digits }))] as const;
  expect(readMinor("1050", ".", minor)).toBe(1050n);
  expect(readMinor("10.50", ".", minor)).toEqual(fractional);
  expect(readMinor("10.5", ".", usd ?? minor)).toBe(1050n);
  expect(readMinor("10.500", ".", usd ?? minor)).toBe(1050n);
  expect(readMinor("10.505", ".", usd ?? minor)).toEqual(fractional);
  expect(readMinor("1000", ".", jpy ?? minor)).toBe(1000n);
  expect(readMinor("10.5", ".", jpy ?? minor)).toEqual(fractional);
  expect(readMinor("1.234", ".", kwd ?? minor)).toBe(1234n);
  expect(readMinor("99999999999999999999", ".", minor)).toEqual({ refused: "out-of-range" });
});
