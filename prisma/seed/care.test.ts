import { expect, test } from "vitest";
import { HealthConfig } from "@/lib/health/config";
import { addDays } from "@/lib/kernel/period";
import { DEMO_SEED, demo } from "./demo";
import { careOf } from "./load-care";

const DAY = "2026-11-21";
const NOON = new Date(`${DAY}T17:00:00Z`);

const { lives, calendar } = demo(DAY, { now: NOON });
const { touches, pulses, cards } = careOf(DEMO_SEED, lives, calendar);
const story = (archetype: string) => lives.find(({ character }) => character.archetype === archetype)?.id ?? "";
const since = (days: number) => calendar.at(addDays(DAY, -days));
const ratingsOf = (id: string) => pulses.filter(({ account }) => account === id).map(({ rating }) => rating);

test("the same seed and day give the same touches and pulses, and none is still to come", () => {
  expect(careOf(DEMO_SEED, lives, calendar)).toEqual({ touches, pulses, cards });
  expect([...touches, ...pulses].filter(({ at }) => at >= NOON)).toEqual([]);
  expect(touches.length).toBeGreaterThan(5_000);
  expect(new Set(pulses.map(({ rating }) => rating))).toEqual(new Set([1, 2, 3, 4, 5]));
});

test("a note is kept by whoever looked after the account, and most are answered", () => {
  const owners = new Set(lives.flatMap((life) => life.owners.map(({ email }) => `${life.id} ${email}`)));
  expect([...touches, ...pulses].filter(({ account, author }) => !owners.has(`${account} ${author}`))).toEqual([]);
  const answered = touches.filter(({ twoWay }) => twoWay).length / touches.length;
  expect(answered).toBeGreaterThan(0.7);
  expect(answered).toBeLessThan(0.9);
});

test("whoever fell silent in a story is not heard of again, and feels further and further away", () => {
  for (const [archetype, silent] of [
    ["quiet-leaver", 130],
    ["champion-left", 118],
  ] as const) {
    const id = story(archetype);
    const later = touches.filter(({ account, at }) => account === id && at >= since(silent));
    expect(later.length).toBeGreaterThan(2);
    expect(later.filter(({ twoWay }) => twoWay)).toEqual([]);
    const ratings = ratingsOf(id);
    expect(Math.max(...ratings.slice(0, 5))).toBe(5);
    expect(ratings.at(-1)).toBeLessThanOrEqual(2);
  }
  expect(ratingsOf(story("stuck-onboarding")).at(-1)).toBe(1);
});

test("the scorecards are ones that can be published, from the first day on which use is told of", () => {
  expect(HealthConfig.parse(cards.config)).toEqual(cards.config);
  expect(cards.fromDay).toBe("2025-05-01");
});
