import { expect, test } from "vitest";
import { leftWords } from "@/app/w/[workspace]/health/back-test/words";

test("nobody, one and many who left are told as people tell it", () => {
  expect(leftWords({ left: 0, scored: 0, points: 12 })).toBe("No account has left since the first of 12 months' ends.");
  expect(leftWords({ left: 0, scored: 0, points: 1 })).toBe("No account has left since the one month's end that is seen.");
  expect(leftWords({ left: 1, scored: 1, points: 40 })).toBe(
    "1 account has left since the first of 40 months' ends, and it had a score in the 90 days before.",
  );
  expect(leftWords({ left: 1, scored: 0, points: 40 })).toBe(
    "1 account has left since the first of 40 months' ends, and it had no score in the 90 days before.",
  );
  expect(leftWords({ left: 7, scored: 7, points: 1200 })).toBe(
    "7 accounts have left since the first of 1,200 months' ends, and each had a score in the 90 days before.",
  );
  expect(leftWords({ left: 7, scored: 1, points: 1200 })).toBe(
    "7 accounts have left since the first of 1,200 months' ends, and 1 of them had a score in the 90 days before.",
  );
  expect(leftWords({ left: 7, scored: 0, points: 1200 })).toBe(
    "7 accounts have left since the first of 1,200 months' ends, and none of them had a score in the 90 days before.",
  );
});
