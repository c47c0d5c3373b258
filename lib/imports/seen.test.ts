import { expect, test } from "vitest";
import { printOf, Seen } from "@/lib/imports/seen";

test("twenty thousand keys are each found again with their line and content, and no other is", () => {
  const seen = new Seen();
  for (let line = 1; line <= 20_000; line += 1) seen.add(printOf(`key-${line}`, `content ${line}`), line);
  for (let line = 1; line <= 20_000; line += 1) {
    expect(seen.find(printOf(`key-${line}`, `content ${line}`))).toEqual({ line, same: true });
  }
  expect(seen.find(printOf("key-7", "other content"))).toEqual({ line: 7, same: false });
  for (let other = 0; other < 20_000; other += 1) expect(seen.find(printOf(`other-${other}`, "content 1"))).toBeNull();
});
