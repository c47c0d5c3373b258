import { expect, test } from "vitest";
import { localText } from "@/lib/kernel/zone";

test("an instant reads as the clocks of a zone have it, with seconds only where there are some", () => {
  expect(localText(new Date("2026-05-01T10:00:00Z"), "Asia/Kathmandu")).toBe("2026-05-01T15:45");
  expect(localText(new Date("2026-01-31T23:30:07.5Z"), "Europe/Berlin")).toBe("2026-02-01T00:30:07.500");
  expect(localText(new Date("2026-07-01T12:00:09Z"), "UTC")).toBe("2026-07-01T12:00:09");
});
