import { addDays, type Day } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import { contactId } from "./contact-id";
import { business, workingMoment } from "./hours";
import type { Life, Person } from "./life";
import { standingOn } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";
import { satisfied } from "./ticket-outcome";
import type { Mood } from "./words/closers";
import type { Theme } from "./words/themes";

type Kind = "nps" | "csat" | "ces";
type Comment = (random: Random, mood: Mood, about: readonly Theme[]) => string;
type Asked = { kind: Kind; day: Day; who: number | null };

/** What each kind of question is answered with by somebody this content, and from which score on it is good or very good. */
const SCALE = {
  nps: { most: 10n, score: recommended, good: 7, best: 9 },
  csat: { most: 5n, score: satisfied, good: 4, best: 5 },
  ces: { most: 7n, score: easy, good: 5, best: 6 },
} as const;

const ANSWERED = 0.41; // of those asked whether they would recommend
const CSAT_A_MONTH = 0.3;
const CES_A_MONTH = 0.27;

/** What the people at an account answered: each is asked every three months whether they would recommend, and now and then after a visit or a task. */
export function answersOf(random: Random, { life, tale, comment }: { life: Life; tale: Tale; comment: Comment }, calendar: Calendar) {
  const asked = [...rounds(random, life, calendar), ...occasions(random, life, calendar)];
  return asked
    .filter(({ day, who }) => isThere(life, tale, day, who) && day <= calendar.today)
    .map((question) => answer(random, { life, tale, comment, question }, calendar))
    .filter(({ answeredAt }) => answeredAt < calendar.now);
}

function rounds(random: Random, { startedOn, people }: Life, { today }: Calendar): Asked[] {
  return people.flatMap((_, who) => {
    const asked: Asked[] = [];
    for (let day = addDays(startedOn, 30 + random.whole(0, 60)); day <= today; day = addDays(day, random.whole(80, 100)))
      if (random.chance(ANSWERED)) asked.push({ kind: "nps", day: workday(day), who });
    return asked;
  });
}

function occasions(random: Random, { startedOn, people }: Life, calendar: Calendar): Asked[] {
  return Array.from({ length: MONTHS + 1 }, (_, index) => index).flatMap((index) =>
    (["csat", "ces"] as const).flatMap((kind) => {
      if (!random.chance(kind === "csat" ? CSAT_A_MONTH : CES_A_MONTH)) return [];
      const day = workday(calendar.day(index, random.whole(0, 27)));
      return day < startedOn ? [] : [{ kind, day, who: random.chance(0.14) ? null : random.whole(0, people.length - 1) }];
    }),
  );
}

function workday(day: Day): Day {
  return business(day) > 0.2 ? day : workday(addDays(day, 1));
}

function isThere(life: Life, { silentFrom }: Tale, day: Day, who: number | null): boolean {
  const leftOn = who === null ? undefined : life.people[who]?.leftOn;
  return standingOn(life, day) !== null && (silentFrom === undefined || day < silentFrom) && (leftOn === undefined || day < leftOn);
}

type Telling = { life: Life; tale: Tale; comment: Comment; question: Asked };

function answer(random: Random, { life, tale, comment, question: { kind, day, who } }: Telling, calendar: Calendar) {
  const { most, score, good, best } = SCALE[kind];
  const person: Person | undefined = who === null ? undefined : life.people[who];
  const content = Math.min(1, tale.content(day) + (person?.isChampion ? 0.03 : 0));
  const given = random.chance(0.03) ? null : score(random, content);
  const mood = given === null ? null : given >= best ? "delighted" : given >= good ? "fine" : content < 0.5 ? "angry" : "lukewarm";
  const says = mood !== null && random.chance(mood === "fine" ? 0.13 : mood === "delighted" ? 0.22 : 0.5);
  return {
    account: life.id,
    contact: person && contactId(life, life.people.indexOf(person)),
    kind,
    score: given === null ? undefined : BigInt(given),
    scale: most,
    comment: says && mood ? comment(random, mood, mood === "delighted" || mood === "fine" ? [] : tale.themes) : undefined,
    answeredAt: workingMoment(random, calendar, day, life.region),
    status: given === null ? "no answer" : "answered",
  };
}

function recommended(random: Random, content: number): number {
  return bounded(10.2 * content ** 1.45 + random.normal(0, 2.6 * Math.sqrt(1 - content)), 0, 10);
}

function easy(random: Random, content: number): number {
  return bounded(7.1 * content ** 1.6 + random.normal(0, 1.8 * Math.sqrt(1 - content)), 1, 7);
}

function bounded(value: number, least: number, most: number): number {
  return Math.min(most, Math.max(least, Math.round(value)));
}

/** The records of all answers, numbered in the order they came. */
export function answerRows(answers: readonly ReturnType<typeof answersOf>[number][]) {
  return [...answers]
    .sort((a, b) => a.answeredAt.getTime() - b.answeredAt.getTime() || a.account.localeCompare(b.account))
    .map((row, index) => ({ externalId: `R-${20_001 + index}`, ...row }));
}
