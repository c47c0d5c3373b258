import { describe, expect, test } from "vitest";
import { rational, toNumber } from "./rational";
import { percentile, survivalMedian } from "./spread";

const numbers = (values: readonly number[]) => values.map((value) => rational(BigInt(value)));
const waits = (rows: readonly (readonly [time: number, happened: 0 | 1])[]) =>
  rows.map(([time, happened]) => ({ time: rational(BigInt(time)), happened: happened === 1 }));
const number = (value: ReturnType<typeof percentile>) => value && toNumber(value);

test("of 2, 2, 3, 3, 5, 7, 8 and 130 hours the median is 4 and the 90th percentile 44.6", () => {
  const hours = numbers([130, 2, 8, 3, 2, 7, 5, 3]);
  expect(number(percentile(hours, rational(1n, 2n)))).toBe(4);
  expect(number(percentile(hours, rational(9n, 10n)))).toBeCloseTo(44.6, 12);
  expect(percentile([], rational(1n, 2n))).toBeNull();
});

describe("half have got there", () => {
  test("after 23 weeks in the trial of 6-mercaptopurine, whose last ones were still waiting", () => {
    const ended = [6, 6, 6, 7, 10, 13, 16, 22, 23].map((time) => [time, 1] as const);
    const waiting = [6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35].map((time) => [time, 0] as const);
    expect(number(survivalMedian(waits([...waiting, ...ended])))).toBe(23);
  });

  test("when the curve touches one half: 4 of 4 at risk, 1 and 1 get there", () => {
    expect(
      number(
        survivalMedian(
          waits([
            [1, 1],
            [5, 1],
            [9, 0],
            [9, 0],
          ]),
        ),
      ),
    ).toBe(5);
  });

  test("never, where nobody did", () => {
    expect(
      survivalMedian(
        waits([
          [5, 0],
          [9, 0],
        ]),
      ),
    ).toBeNull();
    expect(survivalMedian([])).toBeNull();
  });
});
