import fc from "fast-check";
import { expect, test } from "vitest";
import { cutScore, scoreWords } from "@/lib/kernel/band-words";
import { bandOf } from "@/lib/kernel/health-score";

test("a score has one digit, which is cut and not rounded: 69.96 is Watch, and does not read as the 70 from which one is Healthy", () => {
  expect([69.96, 70, 39.999, 0.04, 100, 57.3, 80.05].map(scoreWords)).toEqual(["69.9", "70.0", "39.9", "0.0", "100.0", "57.3", "80.0"]);
  expect(scoreWords(100 / 3 + 200 / 3 - 30)).toBe("70.0"); // 69.99999999999999
  expect(scoreWords(null)).toBe("—");
});

test("what is printed of a score lies in the band that the score has, wherever the bands begin", () => {
  const tenths = fc.integer({ min: 1, max: 999 });
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 10_000_000 }), tenths, tenths, (millionths, one, other) => {
      const [score, green, yellow] = [millionths / 100_000, Math.max(one, other) / 10, Math.min(one, other) / 10];
      expect(bandOf(cutScore(score), { green, yellow })).toBe(bandOf(score, { green, yellow }));
      expect(scoreWords(score)).toBe(cutScore(score).toFixed(1));
    }),
    { numRuns: 2_000 },
  );
});
