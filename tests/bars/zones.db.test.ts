import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt, instantAt } from "@/lib/kernel/zone";
import { testDatabase } from "@/tests/support/database";

/** The lengths a day has in a zone over 2024, in hours: where clocks change it is one short and one long. */
const ZONES: Record<string, number[]> = {
  UTC: [24],
  "Asia/Kathmandu": [24],
  "Asia/Kolkata": [24],
  "America/Sao_Paulo": [24],
  "Pacific/Apia": [24],
  "Africa/Cairo": [23, 24, 25],
  "America/New_York": [23, 24, 25],
  "America/St_Johns": [23, 24, 25],
  "Asia/Beirut": [23, 24, 25],
  "Australia/Lord_Howe": [23.5, 24, 24.5],
  "Europe/Dublin": [23, 24, 25],
  "Pacific/Chatham": [23, 24, 25],
};

const YEAR = Array.from({ length: 366 }, (_, index) => addDays("2024-01-01", index));
const QUARTER_HOUR = 900_000;
const HOUR = 3_600_000;

let client: pg.Client;

beforeAll(async () => {
  client = new pg.Client({ connectionString: (await testDatabase()).appUrl });
  await client.connect();
});

afterAll(() => client.end());

function startOf(day: Day, zone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const instant = instantAt({ year, month, day: date }, zone);
  if (!instant) throw new Error(`no ${day}`);
  return instant;
}

describe.each(Object.keys(ZONES))("%s", (zone) => {
  const starts = new Map([...YEAR, "2025-01-01"].map((day) => [day, startOf(day, zone).getTime()]));
  const lengthOf = (day: Day) => ((starts.get(addDays(day, 1)) ?? 0) - (starts.get(day) ?? 0)) / HOUR;

  test("has days of the lengths its clocks give them", () => {
    expect([...new Set(YEAR.map(lengthOf))].sort()).toEqual(ZONES[zone]);
  });

  test("begins each day of the year at the instant PostgreSQL does, 29 February and the month ends among them", async () => {
    const { rows } = await client.query<{ day: string; at: Date }>(
      "SELECT day::text, day::timestamp AT TIME ZONE $2 AS at FROM unnest($1::date[]) AS day",
      [YEAR, zone],
    );
    expect(rows.filter(({ day, at }) => starts.get(day) !== at.getTime())).toEqual([]);
  });

  test("puts each instant into one day, the same as PostgreSQL does", async () => {
    const odd = YEAR.filter((day, index) => lengthOf(day) !== 24 || lengthOf(YEAR[index - 1] ?? day) !== 24);
    const days = [...new Set([...odd, "2024-01-01", "2024-02-28", "2024-02-29", "2024-03-01", "2024-04-30", "2024-12-31"])];
    const instants = days.flatMap((day) => {
      const start = starts.get(day) ?? 0;
      return Array.from({ length: (lengthOf(day) * HOUR) / QUARTER_HOUR }, (_, step) => ({
        day,
        at: new Date(start + step * QUARTER_HOUR),
      })).concat([
        { day, at: new Date(start + lengthOf(day) * HOUR - 1) },
        { day: addDays(day, -1), at: new Date(start - 1) },
      ]);
    });
    expect(instants.filter(({ day, at }) => dayAt(at, zone) !== day)).toEqual([]);
    const { rows } = await client.query<{ day: string }>(
      "SELECT (at AT TIME ZONE $2)::date::text AS day FROM unnest($1::timestamptz[]) WITH ORDINALITY AS t(at, n) ORDER BY n",
      [instants.map(({ at }) => at), zone],
    );
    expect(rows.map(({ day }) => day)).toEqual(instants.map(({ day }) => day));
  });
});

test("a day that a zone left out belongs to the day after it: Samoa crossed the date line on 30 December 2011", async () => {
  const { rows } = await client.query<{ at: Date }>("SELECT '2011-12-30'::timestamp AT TIME ZONE 'Pacific/Apia' AS at");
  expect(startOf("2011-12-30", "Pacific/Apia")).toEqual(rows[0]?.at);
  expect(dayAt(startOf("2011-12-30", "Pacific/Apia"), "Pacific/Apia")).toBe("2011-12-31");
});
