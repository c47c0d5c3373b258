import { expect, test } from "vitest";
import { nextTry } from "@/lib/outbox/rules";

test("eight tries, each pause longer than the one before, end after a day", () => {
  const begun = new Date("2026-11-20T12:00:00Z");
  const tries = [begun];
  for (let next = nextTry(1, begun); next !== null; next = nextTry(tries.length, next)) tries.push(next);
  const pauses = tries.slice(1).map((at, place) => at.getTime() - (tries[place]?.getTime() ?? 0));
  expect(tries).toHaveLength(8);
  expect(tries.at(-1)).toEqual(new Date("2026-11-21T12:00:00Z"));
  expect([...pauses].sort((a, b) => a - b)).toEqual(pauses);
});
