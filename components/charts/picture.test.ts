import { expect, test } from "vitest";
import { broken } from "@/components/charts/picture";

test("what stands under a picture is cut into lines that fit", () => {
  const byLetters = (words: string) => words.length;
  expect(broken("as of the 22nd of November", 10, byLetters)).toEqual(["as of the", "22nd of", "November"]);
  expect(broken("", 10, byLetters)).toEqual([]);
  expect(broken("unbreakable x", 5, byLetters)).toEqual(["unbreakable", "x"]);
});
