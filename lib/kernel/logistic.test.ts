import fc from "fast-check";
import { expect, test } from "vitest";
import { chance, fitLogistic } from "@/lib/kernel/logistic";

const HOURS = [0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5];
const PASSED = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];
const EXAM = HOURS.map((hours, i) => ({ inputs: [hours], happened: PASSED[i] === 1 }));

test("hours of study and passing: −4.0777 and 1.5046, as R prints it", () => {
  const model = fitLogistic(EXAM);
  expect(model?.intercept).toBeCloseTo(-4.077713, 5);
  expect(model?.weights[0]).toBeCloseTo(1.504645, 5);
});

test("what has no best fit is null: one outcome, a clean split, the same input twice, no cases", () => {
  expect(fitLogistic([])).toBeNull();
  expect(fitLogistic(EXAM.map((one) => ({ ...one, happened: true })))).toBeNull();
  expect(fitLogistic([-2, -1, 1, 2].map((x) => ({ inputs: [x], happened: x > 0 })))).toBeNull();
  expect(fitLogistic(EXAM.map(({ inputs, happened }) => ({ inputs: [...inputs, ...inputs], happened })))).toBeNull();
});

test("a ridge makes the clean split fit, and smaller weights the larger it is", () => {
  const split = [-2, -1, 1, 2].map((x) => ({ inputs: [x], happened: x > 0 }));
  const [loose, tight] = [fitLogistic(split, 0.1), fitLogistic(split, 10)];
  expect(loose?.weights[0]).toBeGreaterThan(tight?.weights[0] ?? Number.POSITIVE_INFINITY);
  expect(tight?.weights[0]).toBeGreaterThan(0);
});

test("law: at plain maximum likelihood the chances add up to what happened", () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ inputs: fc.tuple(fc.integer({ min: -9, max: 9 })), happened: fc.boolean() }), { minLength: 8, maxLength: 60 }),
      (cases) => {
        const model = fitLogistic(cases);
        if (model === null) return;
        const expected = cases.reduce((sum, { inputs }) => sum + chance(model, inputs), 0);
        expect(expected).toBeCloseTo(cases.filter(({ happened }) => happened).length, 4);
      },
    ),
  );
});
