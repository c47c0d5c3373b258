import { expect, test } from "vitest";
import { meaningfulWords, themeOf } from "@/lib/summary/voice/words";

test("of a text the words stay that say something, each once, whatever its language and script", () => {
  expect([...meaningfulWords("The exports are SLOW, and exports fail: 12 times!")]).toEqual(["exports", "slow", "fail"]);
  expect([...meaningfulWords("Die Übersicht lädt nicht")]).toEqual(["übersicht", "lädt"]);
  expect([...meaningfulWords("エクスポートが遅い")]).toContain("エクスポート");
  expect([...meaningfulWords("")]).toEqual([]);
});

const UNHAPPY = ["exports fail again", "slow exports, slow support", "exports!", "support never answers", "slow"];
const HAPPY = ["support is quick", "quick support", "the support team", "exports are easy"];

test("a theme is the word that one side says more than the other", () => {
  // exports 3 of 5 − 1 of 4 = 35 points; slow 2 of 5 is too few texts; support 2 of 5 is said more by the happy
  expect(themeOf(UNHAPPY, HAPPY)).toBe("exports");
  // support 3 of 4 − 2 of 5 = 35 points
  expect(themeOf(HAPPY, UNHAPPY)).toBe("support");
});

test("a word in two texts is no theme, nor one that both sides say alike", () => {
  expect(themeOf(["slow", "slow", "fine by us"], [])).toBeNull();
  expect(themeOf(["exports", "exports", "exports"], ["exports"])).toBeNull();
  expect(themeOf([], HAPPY)).toBeNull();
});
