import { expect, test } from "vitest";
import { health } from "./health";

test("a score shown whole is rounded as what it is, and not as the double a hair below", async () => {
  const components = [
    { name: "use", weight: 0.575, score: 100 },
    { name: "voice", weight: 0.425, score: 0 },
  ];
  const answer = await health["health.score"]?.({ components }); // 57.5
  expect(answer).toMatchObject({ score_display: 58, band: "yellow", coverage_pct: 100 });
  expect(answer?.score).toBeCloseTo(57.5, 12);
});

test("half of the weight, told in tenths, has a score", async () => {
  const components = [
    { name: "use", weight: 0.3, score: 80 },
    { name: "voice", weight: 0.1, score: null },
    { name: "support", weight: 0.2, score: null },
  ];
  expect(await health["health.score"]?.({ components })).toMatchObject({ score: 80, score_display: 80, band: "green", coverage_pct: 50 });
});
