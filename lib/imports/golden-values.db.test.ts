import { beforeAll, test } from "vitest";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { expectGolden, type Golden } from "@/tests/support/golden";
import { aWorkspace, importText } from "@/tests/support/import";

await testDatabase();
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace({ timeZone: "America/New_York" });
  await importText(scope, "accounts", "externalId,name\nA,Acorn\n");
});

const FIELDS = { externalId: "id", account: { value: "A" }, interval: { value: "month" } };
const BAD = (reason: string): Partial<Golden> => ({ rejected: [[2, reason]] });

/** One amount, in a file of its own. */
function amount(text: string, more: { unit?: string; decimal?: string; currency?: string } = {}): Pick<Golden, "file" | "map"> {
  const { unit = "minor", decimal = ".", currency = "USD" } = more;
  return {
    file: `id|amount\nS|${text}\n`,
    map: {
      fields: { ...FIELDS, startedAt: { value: "2024-01-01" }, currency: { value: currency }, amount: { column: "amount", unit } },
      csv: { delimiter: "|", decimal },
    },
  };
}

/** One stretch of time, in a file of its own. */
function dates(from: string, to = "", format?: string): Pick<Golden, "file" | "map"> {
  const column = (name: string) => (format === undefined ? { column: name } : { column: name, format });
  return {
    file: `id|from|to\nS|${from}|${to}\n`,
    map: { fields: { ...FIELDS, amount: { value: "1" }, startedAt: column("from"), endedAt: column("to") }, csv: { delimiter: "|" } },
  };
}

const is = (n: number): Partial<Golden> => ({ rows: [["S", n]] });
const from = (at: string, to: string | null = null): Partial<Golden> => ({
  rows: [["S", 1, new Date(at), to === null ? null : new Date(to)]],
});

const FILES: Record<string, Golden> = {
  "1.234,56 where the comma is the mark": { ...amount("1.234,56", { unit: "major", decimal: "," }), ...is(123_456) },
  "1.234,56 where the point is the mark": { ...amount("1.234,56", { unit: "major" }), ...BAD("bad-number") },
  "1,234.56 where the point is the mark": { ...amount("1,234.56", { unit: "major" }), ...is(123_456) },
  "(12) of a bookkeeper": { ...amount("(12)"), ...BAD("bad-number") },
  "12 percent": { ...amount("12%"), ...BAD("bad-number") },
  "a sign of money": { ...amount("$12"), ...BAD("bad-number") },
  "minus nothing": { ...amount("-0"), ...is(0) },
  "an exponent beyond all": { ...amount("1e400"), ...BAD("bad-number") },
  "an exponent": { ...amount("1E5"), ...BAD("bad-number") },
  "not a number": { ...amount("NaN"), ...BAD("bad-number") },
  infinity: { ...amount("Infinity"), ...BAD("bad-number") },
  "a negative amount": { ...amount("-5"), ...BAD("negative-amount") },
  "a decimal point in cents": { ...amount("12.50"), ...BAD("fractional-minor-unit") },
  "dollars and cents": { ...amount("12.50", { unit: "major" }), ...is(1_250) },
  "more decimals than a cent has": { ...amount("12.505", { unit: "major" }), ...BAD("fractional-minor-unit") },
  "zeros behind the cents": { ...amount("12.500", { unit: "major" }), ...is(1_250) },
  "half a yen": { ...amount("12.5", { unit: "major", currency: "JPY" }), ...BAD("fractional-minor-unit") },
  "a thousandth of a dinar": { ...amount("1.234", { unit: "major", currency: "KWD" }), ...is(1_234) },
  "thousands in threes alone": { ...amount("12,34"), ...BAD("bad-number") },
  "a space between thousands": { ...amount("1 234"), ...BAD("bad-number") },
  "digits of full width": { ...amount("１２"), ...BAD("bad-number") },
  "more than can be counted": { ...amount("99999999999999999999"), ...BAD("out-of-range") },
  "the most that can be counted": { ...amount("9007199254740991"), ...is(9_007_199_254_740_991) },
  "no-break spaces around a number": { ...amount("\u00a012\u00a0"), ...is(12) },
  "no amount": { ...amount(""), ...BAD("missing-field") },
  "no such currency": { ...amount("1", { currency: "XQQ" }), ...BAD("unknown-currency") },
  "03/04/2026 untold": { ...dates("03/04/2026"), ...BAD("bad-date") },
  "03/04/2026 as Europe writes it": { ...dates("03/04/2026", "", "dd/MM/yyyy"), ...from("2026-04-03T04:00:00Z") },
  "03/04/2026 as America writes it": { ...dates("03/04/2026", "", "MM/dd/yyyy"), ...from("2026-03-04T05:00:00Z") },
  "a spreadsheet's day number": { ...dates("45292"), ...BAD("bad-date") },
  "a day in the workspace's zone": { ...dates("2024-01-05"), ...from("2024-01-05T05:00:00Z") },
  "an instant of Greenwich": { ...dates("2024-01-05T10:00:00Z"), ...from("2024-01-05T10:00:00Z") },
  "an instant east of it": { ...dates("2024-01-05T10:00:00+05:45"), ...from("2024-01-05T04:15:00Z") },
  "an instant west of it": { ...dates("2024-01-05 10:00-0300"), ...from("2024-01-05T13:00:00Z") },
  "the hour that summer skips": { ...dates("2024-03-10 02:30"), ...from("2024-03-10T07:30:00Z") },
  "the hour that winter repeats": { ...dates("2024-11-03 01:30"), ...from("2024-11-03T06:30:00Z") },
  "the day a leap year has more": { ...dates("2024-02-29"), ...from("2024-02-29T05:00:00Z") },
  "the day other years have not": { ...dates("2023-02-29"), ...BAD("bad-date") },
  "a century that is no leap year": { ...dates("1900-02-29"), ...BAD("bad-date") },
  "a day before all records": { ...dates("1899-12-31"), ...BAD("out-of-range") },
  "an hour that no day has": { ...dates("2024-01-05T25:00"), ...BAD("bad-date") },
  "words for a day": { ...dates("yesterday"), ...BAD("bad-date") },
  "an end before the start": { ...dates("2024-02-01", "2024-01-01"), ...BAD("end-before-start") },
  "an end at the start": { ...dates("2024-02-01", "2024-02-01"), ...from("2024-02-01T05:00:00Z", "2024-02-01T05:00:00Z") },
  "an account nobody knows": {
    file: "id,account\nS,Zed\n",
    map: { fields: { ...FIELDS, account: "account", amount: { value: "1" }, startedAt: { value: "2024-01-01" } } },
    ...BAD("unknown-account"),
  },
  "a word that is none of the list": {
    file: "id,interval\nS,fortnight\n",
    map: { fields: { ...FIELDS, interval: "interval", amount: { value: "1" }, startedAt: { value: "2024-01-01" } } },
    ...BAD("unknown-value"),
  },
  "a word that is translated": {
    file: "id,interval\nS,Annual\n",
    map: {
      fields: {
        ...FIELDS,
        interval: { column: "interval", values: { Annual: "year" } },
        amount: { value: "1" },
        startedAt: { value: "2024-01-01" },
      },
    },
    ...is(1),
  },
};

test.each(Object.keys(FILES))("%s", async (name) => {
  const golden = FILES[name];
  if (golden) await expectGolden(scope, "subscriptions", name, golden);
});
