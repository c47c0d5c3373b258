import { addDays, type Day, daysBetween } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { contactId } from "./contact-id";
import { FEATURES, type Feature, featuresOf } from "./features";
import type { Life, Person } from "./life";
import { type Stretch, standingOn, stretchesOf } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";

/** Somebody at the customer's who has a sign-in. */
export type User = {
  id: string;
  signedUpOn: Day;
  activatedOn?: Day;
  deletedOn?: Day;
  /** The share of working days on which an ordinary account's user like this one comes. */
  habit: number;
  /** How much this one likes each feature. */
  tastes: ReadonlyMap<string, number>;
};

/** The people at one account over time: they come with its seats, some never begin, some move on, and all go when it leaves. */
export function usersOf(random: Random, life: Life, tale: Tale, calendar: Calendar): User[] {
  const users: User[] = [];
  for (const stretch of staysOf(life)) {
    const people = users.length === 0 ? life.people : [];
    let places = 0;
    for (const { from, quantity } of spellsIn(life, stretch)) {
      for (; places < peopleFor(quantity, tale.filled); places += 1) {
        const person = people[places];
        let signedUpOn: Day | undefined = addDays(from, person ? random.whole(0, 3) : arrival(random));
        while (signedUpOn) {
          const user = userOf(random, {
            stretch,
            tale,
            signedUpOn,
            id: person ? contactId(life, places) : `${life.id}-u${users.length + 1}`,
            isFirst: places === 0,
            person,
            shuns: life.character.shuns,
          });
          users.push(user);
          signedUpOn = person ? undefined : successor(random, user, stretch.until ?? calendar.today);
        }
      }
    }
  }
  return users.filter(({ signedUpOn }) => signedUpOn <= calendar.today).map((user) => known(user, calendar.today));
}

/** Not every seat is somebody who signs in: the larger the customer, the more share one. */
function peopleFor(seats: number, filled?: number): number {
  return filled === undefined ? Math.max(2, Math.round(0.4 * seats ** 0.5)) : Math.round(seats * filled);
}

/** The times an account's people were there: after a gap of some days the same ones go on. */
function staysOf(life: Life): Stretch[] {
  const stays: Stretch[] = [];
  for (const stretch of stretchesOf(life)) {
    const last = stays.at(-1);
    if (last?.until && daysBetween(last.until, stretch.from) <= 31) stays.splice(-1, 1, { ...stretch, from: last.from });
    else stays.push(stretch);
  }
  return stays;
}

function spellsIn({ spells }: Life, { from, until }: Stretch) {
  return spells.filter((spell) => spell.line === "seats" && spell.from >= from && (until === undefined || spell.from < until));
}

// Whoever moves on within the company's time is mostly followed by somebody else.
function successor(random: Random, { deletedOn }: User, until: Day): Day | undefined {
  if (deletedOn === undefined || deletedOn >= until || !random.chance(0.85)) return undefined;
  return addDays(deletedOn, random.whole(1, 25));
}

// Half in the first week, the rest over two months.
function arrival(random: Random): number {
  return random.chance(0.5) ? random.whole(0, 7) : random.whole(8, 70);
}

type Newcomer = {
  stretch: Stretch;
  tale: Tale;
  signedUpOn: Day;
  id: string;
  isFirst: boolean;
  person: Person | undefined;
  shuns: string | undefined;
};

function userOf(random: Random, { stretch, tale, signedUpOn, id, isFirst, person, shuns }: Newcomer): User {
  const use = tale.use(addDays(signedUpOn, 30));
  const begins = use > 0 && (isFirst || random.chance(tale.filled === undefined ? Math.min(0.96, 0.2 + 0.5 * use) : 0.95));
  const activatedOn = addDays(signedUpOn, Math.round(random.logNormal(3.5, 1)));
  const moved = addDays(signedUpOn, Math.round(-Math.log(1 - random.unit()) * 1_800) + 20);
  const gone = [isFirst ? person?.leftOn : (person?.leftOn ?? moved), stretch.until && addDays(stretch.until, 7)]
    .filter((day) => day !== undefined)
    .sort()[0];
  const tastes = new Map(FEATURES.map(({ name, appeal }) => [name, random.logNormal(1, 1.1) * (name === shuns ? 0 : appeal)]));
  const habit = random.weighted([
    [random.between(0.5, 0.9), isFirst ? 1_000 : 23],
    [random.between(0.16, 0.48), 42],
    [random.between(0.03, 0.2), 28],
  ]);
  return {
    id,
    signedUpOn,
    ...(begins && (gone === undefined || activatedOn < gone) && { activatedOn }),
    ...(gone && { deletedOn: gone > signedUpOn ? gone : addDays(signedUpOn, 1) }),
    habit,
    tastes,
  };
}

// What lies ahead is not known.
function known({ activatedOn, deletedOn, ...user }: User, today: Day): User {
  return { ...user, ...(activatedOn && activatedOn <= today && { activatedOn }), ...(deletedOn && deletedOn <= today && { deletedOn }) };
}

/** The records of an account's users. On the largest plan they may use everything, which is what no list means. */
export function userRows(life: Life, users: readonly User[], { today, at }: Calendar) {
  return users.map(({ id, signedUpOn, activatedOn, deletedOn }) => ({
    externalId: id,
    account: life.id,
    signedUpAt: at(signedUpOn),
    activatedAt: activatedOn === undefined ? undefined : at(activatedOn),
    deletedAt: deletedOn === undefined ? undefined : at(deletedOn),
    entitlements: entitlementsOf(allowed(life, deletedOn === undefined ? today : addDays(deletedOn, -8))),
  }));
}

function allowed(life: Life, day: Day): Feature[] {
  const standing = standingOn(life, day) ?? { plan: life.spells.findLast(({ line }) => line === "seats")?.plan ?? "", hasAddOn: false };
  return featuresOf(standing);
}

function entitlementsOf(features: readonly Feature[]): string | undefined {
  return features.some(({ name }) => name === "Audit log") ? undefined : features.map(({ name }) => name).join(";");
}
