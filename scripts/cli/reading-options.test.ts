import { expect, test } from "vitest";
import { UsageError } from "@/lib/kernel/usage-error";
import { instantOf } from "./reading-options";

const BERLIN = { timeZone: "Europe/Berlin" };

test("a day is its first instant in the workspace's zone, and an offset is obeyed", () => {
  expect(instantOf(BERLIN, undefined)).toBeUndefined();
  const read = (text: string) => instantOf(BERLIN, text)?.toISOString();
  expect(read("2024-02-29")).toBe("2024-02-28T23:00:00.000Z");
  expect(read("2024-07-01T10:30")).toBe("2024-07-01T08:30:00.000Z");
  expect(read("2024-12-31T18:00:00Z")).toBe("2024-12-31T18:00:00.000Z");
  expect(read("2024-12-31 18:00+05:45")).toBe("2024-12-31T12:15:00.000Z");
  expect(read("2024-12-31T18:00+01")).toBe("2024-12-31T17:00:00.000Z");
});

test("an instant that the calendar or the clock does not have is refused", () => {
  for (const text of [
    "2024-02-30",
    "2024-02-30T00:00:00Z",
    "2023-02-29T12:00:00+01:00",
    "2024-04-31T00:00",
    "2024-13-01",
    "2024-01-05T25:00Z",
    "2024-01-05T10:60Z",
    "2024-01-05T10:00+25:00",
    "2024-01-05T10:00+01:75",
    "2024",
    "",
    "now",
  ])
    expect(() => instantOf(BERLIN, text)).toThrow(UsageError);
});
