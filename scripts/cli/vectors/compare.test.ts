import { expect, test } from "vitest";
import { differences } from "./compare";

test("only what is expected is compared, and numbers may differ by the tolerance", () => {
  expect(differences({ a: 1, b: [2, null] }, { a: 1.004, b: [2, null], more: "x" }, 0.005)).toEqual([]);
  expect(differences({ a: 1 }, { a: 1.006 }, 0.005)).toEqual(["a is 1.006, expected 1"]);
});

test("null is not zero, and what is missing is said", () => {
  expect(differences({ rate: null, list: [1] }, { rate: 0, list: [1, 2] }, 1)).toEqual([
    "rate is 0, expected null",
    "list is [1,2], expected [1]",
  ]);
  expect(differences({ by: { a: 1 } }, { by: {} }, 1)).toEqual(["by.a is missing, expected 1"]);
  expect(differences({ a: 1 }, { a: Number.NaN }, 1)).toHaveLength(1);
});
