import { expect, test } from "vitest";
import { Tally } from "@/lib/imports/tally";

test("sixty thousand contents, twice each, are told apart and counted", () => {
  const tally = new Tally();
  const keys = new Set<string>();
  let wrong = 0;
  for (let time = 1; time <= 2; time += 1) {
    for (let row = 0; row < 60_000; row += 1) {
      const key = tally.keyOf(`content ${row}`);
      if (!key.endsWith(`/${time}`)) wrong += 1;
      keys.add(key);
    }
  }
  expect(wrong).toBe(0);
  expect(keys.size).toBe(120_000);
});

test("a content has the same key in every file", () => {
  expect(new Tally().keyOf("content 1")).toBe(new Tally().keyOf("content 1"));
});
