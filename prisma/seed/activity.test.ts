import { createHash } from "node:crypto";
import { describe, expect, test } from "vitest";
import { kinds } from "@/lib/imports/registry";
import { median } from "@/lib/kernel/percentile";
import { addDays, type Day } from "@/lib/kernel/period";
import { activityOf } from "./activity";
import { DEMO_SEED, demo } from "./demo";
import { standingOn, stretchesOf } from "./presence";

const DAY = "2026-11-21";
const NOON = new Date(`${DAY}T17:00:00Z`);

function made(day: Day, { now, seed = DEMO_SEED, every = 1 }: { now?: Date; seed?: string; every?: number } = {}) {
  const { lives: all, calendar } = demo(day, { seed, ...(now && { now }) });
  const lives = all.filter((_, index) => index % every === 0);
  return { lives, calendar, ...activityOf(seed, lives, calendar) };
}

const print = ({ calendar: _, lives: __, ...rows }: ReturnType<typeof made>) =>
  createHash("sha256")
    .update(JSON.stringify(rows, (_key, each) => (typeof each === "bigint" ? `${each}n` : each)))
    .digest("hex");

const written = made(DAY, { now: NOON });
const { lives, calendar } = written;

const daysOfUse = new Map<string, number[]>();
for (const { account } of written.usage) daysOfUse.set(account, []);
for (const { account, at } of written.usage) daysOfUse.get(account)?.push(at.getTime());

function usesOf(account: string, from: Day, until: Day): number {
  const [first, last] = [calendar.at(from).getTime(), calendar.at(until).getTime()];
  return (daysOfUse.get(account) ?? []).filter((at) => at >= first && at < last).length;
}

function answersOf(kind: string, account?: string) {
  return written["survey-responses"].filter((row) => row.kind === kind && row.score !== undefined && (!account || row.account === account));
}

const story = (archetype: string) => lives.find(({ character }) => character.archetype === archetype)?.id ?? "";

test("the same seed, day and moment give the same rows; another seed gives others", { timeout: 30_000 }, () => {
  const few = { now: NOON, every: 40 };
  const first = print(made(DAY, few));
  expect(print(made(DAY, few))).toBe(first);
  expect(print(made(DAY, { ...few, seed: "another" }))).not.toBe(first);
});

describe.each([DAY, "2024-02-29", "2026-01-01"])("on %s", (day) => {
  const { lives: _, calendar: then, ...rows } = made(day, { every: 8 });

  test.each(Object.entries(rows))("every row of %s is a record an import would take", (kind, all) => {
    const { record } = kinds[kind as keyof typeof rows];
    expect(all.length).toBeGreaterThan(5);
    expect(all.flatMap((row) => record.safeParse(row).error?.issues ?? [])).toEqual([]);
  });

  test("nothing has happened that is still to come", () => {
    const moments = Object.values(rows).flatMap((all) => all.flatMap((row) => Object.values(row).filter((value) => value instanceof Date)));
    expect(moments.filter((moment) => moment > then.now)).toEqual([]);
  });
});

test("somebody was at work in the last hours", () => {
  expect(written.usage.filter(({ at }) => NOON.getTime() - at.getTime() < 6 * 3_600_000).length).toBeGreaterThan(5);
});

test("the words are many and are not the same again and again", () => {
  const words = written["survey-responses"].flatMap(({ comment }) => comment ?? []);
  expect(words.length).toBeGreaterThan(1_000);
  expect(new Set(words).size / words.length).toBeGreaterThan(0.97);
});

describe("a healthy and imperfect business", () => {
  test("recommends, is satisfied, finds it easy", () => {
    const nps = answersOf("nps").map(({ score }) => Number(score));
    const share = (all: number[], is: (score: number) => boolean) => all.filter(is).length / all.length;
    expect(100 * (share(nps, (score) => score >= 9) - share(nps, (score) => score <= 6))).toBeGreaterThan(22);
    expect(100 * (share(nps, (score) => score >= 9) - share(nps, (score) => score <= 6))).toBeLessThan(42);
    const csat = [...answersOf("csat").map(({ score }) => score), ...written.tickets.flatMap(({ satisfaction }) => satisfaction ?? [])];
    expect(share(csat.map(Number), (score) => score >= 4)).toBeCloseTo(0.86, 1);
    const ces = answersOf("ces").map(({ score }) => Number(score));
    expect(ces.reduce((sum, score) => sum + score, 0) / ces.length).toBeCloseTo(5.45, 0);
  });

  test("helps within a working day, mostly at once, with a long tail", () => {
    const hours = written.tickets.flatMap(({ createdAt, solvedAt }) =>
      solvedAt ? (solvedAt.getTime() - createdAt.getTime()) / 3_600_000 : [],
    );
    expect(median(hours)).toBeGreaterThan(7);
    expect(median(hours)).toBeLessThan(11);
    expect(hours.filter((each) => each > 48).length / hours.length).toBeGreaterThan(0.08);
    const atOnce = written.tickets.filter(({ agentReplies, reopens }) => agentReplies <= 1n && !reopens).length / written.tickets.length;
    expect(atOnce).toBeGreaterThan(0.58);
    expect(atOnce).toBeLessThan(0.72);
  });
});

test("who leaves is seen to fade before, and who stays is not", () => {
  const faded = (account: string, end: Day) => {
    const before = usesOf(account, addDays(end, -200), addDays(end, -110));
    return before < 20 ? [] : [usesOf(account, addDays(end, -30), end) / (before / 3)];
  };
  const chance = lives.filter(({ id }) => id.startsWith("A-"));
  const left = chance.flatMap((life) => stretchesOf(life).flatMap(({ until }) => (until && until < DAY ? faded(life.id, until) : [])));
  const stayed = chance.flatMap((life) => (standingOn(life, DAY) && !stretchesOf(life).at(-1)?.until ? faded(life.id, DAY) : []));
  expect(left.length).toBeGreaterThan(10);
  expect(median(left)).toBeLessThan(0.65);
  expect(median(stayed)).toBeGreaterThan(0.8);
});

describe("the stories", () => {
  test("the quiet leaver says nothing, asks nothing, and uses less than 40 % of what it did", () => {
    const id = story("quiet-leaver");
    expect(usesOf(id, addDays(DAY, -30), DAY)).toBeLessThan(0.4 * (usesOf(id, addDays(DAY, -300), addDays(DAY, -210)) / 3));
    expect(written.tickets.filter(({ account }) => account === id)).toEqual([]);
    expect(answersOf("nps", id).filter(({ answeredAt }) => answeredAt > calendar.at(addDays(DAY, -130)))).toEqual([]);
  });

  test("the ticket storm is angry, escalated and reopened before it leaves", () => {
    const of = written.tickets.filter(({ account }) => account === story("ticket-storm"));
    const [calm, storm] = [
      of.filter(({ createdAt }) => createdAt < calendar.at(calendar.month(29))),
      of.filter(({ createdAt }) => createdAt >= calendar.at(calendar.month(29))),
    ];
    expect(storm.length / 2).toBeGreaterThan(6 * (calm.length / 22));
    expect(storm.filter(({ escalated }) => escalated).length).toBeGreaterThan(8);
    expect(storm.filter(({ reopens }) => reopens).length).toBeGreaterThan(8);
    const last = answersOf("nps", story("ticket-storm")).filter(({ answeredAt }) => answeredAt >= calendar.at(calendar.day(29, 16)));
    expect(last.filter(({ score }) => Number(score) >= 7)).toEqual([]);
  });

  test("the champion's sign-in is gone, and the survey has fallen silent", () => {
    const id = story("champion-left");
    const champion = written.users.find(({ externalId }) => externalId === `${id}-p1`);
    expect(champion?.deletedAt?.getTime()).toBe(calendar.at(addDays(DAY, -118)).getTime());
    expect(answersOf("nps", id).filter(({ answeredAt }) => answeredAt > calendar.at(addDays(DAY, -117)))).toEqual([]);
  });

  test("the grower's seats are all but taken, and the stuck one has never been used", () => {
    const here = written.users.filter(({ account, deletedAt }) => account === story("seat-limit-grower") && !deletedAt);
    expect(here.length).toBeGreaterThan(0.8 * 190);
    const stuck = story("stuck-onboarding");
    expect(written.usage.filter(({ account }) => account === stuck)).toEqual([]);
    expect(written.milestones.filter(({ account }) => account === stuck)).toEqual([]);
  });

  test("after the price shock they speak of the price", () => {
    const since = calendar.at(calendar.day(29, 18));
    const words = written["survey-responses"].flatMap(({ account, answeredAt, comment, score }) =>
      account === story("price-shock") && answeredAt > since && comment && Number(score) < 6 ? comment : [],
    );
    expect(words.length).toBeGreaterThan(0);
    for (const comment of words) expect(comment).toMatch(/price|bill|quote|invoice|cost|pay|plan/i);
  });

  test("every survey of the loyal small one is a ten", () => {
    expect(new Set(answersOf("nps", story("loyal-small")).map(({ score }) => score))).toEqual(new Set([10n]));
  });
});
