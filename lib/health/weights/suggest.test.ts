import { expect, test } from "vitest";
import type { Point } from "@/lib/health/back-test/history";
import type { HealthConfig } from "@/lib/health/config";
import { MEASURES } from "@/lib/health/registry";
import { draftFrom, draftText } from "@/lib/health/weights/draft";
import { suggestWeights } from "@/lib/health/weights/suggest";

const [FIRST = "", SECOND = "", THIRD = ""] = MEASURES.map(({ face }) => face.id);

/** Three measures of the same weight, whose values are their scores. */
const CONFIG: HealthConfig = {
  bands: { green: 70, yellow: 40 },
  cards: [
    {
      id: "all",
      name: "All",
      match: null,
      weights: { [FIRST]: 10, [SECOND]: 10, [THIRD]: 10 },
      limits: Object.fromEntries([FIRST, SECOND, THIRD].map((id) => [id, { red: 0, green: 100 }])),
    },
  ],
};

// A number from 0 to 99 that looks like chance and is always the same.
function drawn(i: number, salt: number): number {
  let mixed = Math.imul((i + 1) * 97 + salt, 2_654_435_761);
  mixed = Math.imul(mixed ^ (mixed >>> 15), 2_246_822_519);
  return ((mixed ^ (mixed >>> 13)) >>> 0) % 100;
}

function history(valuesOf: (i: number, leaves: boolean) => readonly [number, number, number]): { points: Point[] } {
  const points = Array.from({ length: 400 }, (_, i): Point => {
    const leaves = drawn(i, 7) < 15;
    const inputs = MEASURES.map((_, place) => valuesOf(i, leaves)[place] ?? null);
    return {
      accountId: `a${i}`,
      day: "2025-01-31",
      tenureDays: 400,
      dimensions: {},
      inputs,
      mrr: 1,
      churnedOn: leaves ? "2025-03-01" : null,
    };
  });
  return { points };
}

test("the measure that tells gets the weight; one that speaks the wrong way gets none, and is named", () => {
  const told = history((i, leaves) => [
    Math.max(0, drawn(i, 1) - (leaves ? 40 : 0)),
    drawn(i, 2),
    Math.min(100, drawn(i, 3) + (leaves ? 40 : 0)),
  ]);
  const [found] = suggestWeights(told, CONFIG);
  if (found?.kind !== "suggested") throw new Error("nothing was suggested");
  const weight = (id: string) => found.weights.find((each) => each.id === id);
  expect(weight(FIRST)?.suggested).toBeGreaterThan(60);
  expect(weight(FIRST)?.current).toBeCloseTo(100 / 3, 9);
  expect(weight(THIRD)).toMatchObject({ suggested: 0, turned: true });
  expect(found.weights.reduce((sum, { suggested }) => sum + suggested, 0)).toBe(100);
  expect(found.suggested.auc).toBeGreaterThan(found.current.auc + 0.1);
  const draft = draftFrom(CONFIG, draftText([found]));
  expect(draft?.cards[0]?.weights[FIRST]).toBe(weight(FIRST)?.suggested);
  expect({ ...draft, cards: [{ ...draft?.cards[0], weights: CONFIG.cards[0]?.weights }] }).toEqual(CONFIG);
});

test("where nothing tells, it says that nothing predicts, and drafts nothing", () => {
  const [found] = suggestWeights(
    history((i) => [drawn(i, 1), drawn(i, 2), drawn(i, 3)]),
    CONFIG,
  );
  expect(found?.kind).toBe("nothing");
  expect(draftText(found ? [found] : [])).toBe("");
});

test("below ten churns it refuses", () => {
  const few = history((i) => [drawn(i, 1), drawn(i, 2), drawn(i, 3)]).points.filter(({ churnedOn }, i) => churnedOn === null || i < 30);
  expect(suggestWeights({ points: few }, CONFIG)).toEqual([
    { kind: "too-few", card: "all", name: "All", churns: expect.any(Number), needed: 10 },
  ]);
});

test("an address that names no card, no measure or no weight opens no draft", () => {
  for (const text of ["", "nobody:usage-trend=1", "all:nothing=1", `all:${FIRST}=x`, `all:${FIRST}=-1`, `all:${FIRST}=0`]) {
    expect(draftFrom(CONFIG, text)).toBeNull();
  }
});
