import { addDays } from "@/lib/kernel/period";
import { midnight } from "./clock";
import { after, type Cut, count, isIn, isSeen } from "./cut";
import { type Expected, quotient, total } from "./expected";
import type { Life, Usage, User } from "./life";
import { over, rational, sum } from "./rational";

/** Who used the product, and what of it (metrics.md 14, 15 and 20; interfaces.md, rules 9 and 14). */
export function usage(life: Life, cut: Cut, whole: Life): Record<string, Expected> {
  const isNamed = whole.usage.some(({ user, at }) => user !== null && at <= cut.asOf);
  const used = life.usage.filter(({ at }) => isIn(at, cut));
  const named = used.filter(({ user, count }) => user !== null && count > 0n);
  const events = total(sum(used.map((one) => rational(one.count))));
  if (!isNamed) return { "usage-events": events, ...unanswered(["active-users", "stickiness", "feature-adoption-rate"]) };
  const days = daysOf(cut, life.rules.timeZone);
  const users = people(named);
  const daily = days.map(({ from, until }) => people(named.filter(({ at }) => at >= from && at < until)));
  const userDays = sum(daily.map((active) => count(active)));
  return {
    "usage-events": events,
    "active-users": total(count(users)),
    stickiness: {
      value: over(userDays, rational(BigInt(users.length * days.length))),
      details: {
        averageDaily: over(userDays, count(days)),
        monthly: count(users),
        days: count(days),
      },
    },
    "feature-adoption-rate": featureAdoption(life, named, featuresOf(whole, cut)),
  };
}

/** Sign-ups and what became of them. */
export function signUps(life: Life, cut: Cut): Record<string, Expected> {
  const isThere = ({ signedUpAt, deletedAt }: User) =>
    signedUpAt !== null && signedUpAt < cut.until && (deletedAt === null || deletedAt >= cut.until);
  const everybody = life.users.filter(isThere);
  const signedUp = life.users.filter(({ signedUpAt }) => isIn(signedUpAt, cut));
  const fresh = signedUp.filter(isThere);
  const windowEnd = ({ signedUpAt }: User) => after(signedUpAt ?? cut.asOf, life.rules.adoption_window_days);
  const mature = signedUp.filter((user) => windowEnd(user) <= cut.asOf);
  const adopted = mature.filter((user) => isSeen(user.activatedAt, cut) && user.activatedAt <= windowEnd(user));
  return {
    "new-user-share": quotient(count(fresh), count(everybody), { newUsers: count(fresh), totalUsers: count(everybody) }),
    "product-adoption-rate": quotient(count(adopted), count(mature), {
      adopted: count(adopted),
      immature: count(signedUp.filter((user) => !mature.includes(user))),
    }),
  };
}

// For each account and feature: of those who may use it and were about, who used it often enough.
export function featureAdoption(life: Life, named: readonly Usage[], features: readonly string[]): Expected {
  const rows = life.accounts.flatMap(({ externalId: account }) =>
    features.map((feature) => {
      const own = named.filter((one) => one.account === account);
      const active = [...new Set(own.map(({ user }) => user))].filter((user) => isEntitled(life, account, user, feature));
      const adopters = active.filter((user) => {
        const uses = own.filter((one) => one.user === user && one.feature === feature).reduce((uses, one) => uses + one.count, 0n);
        return uses >= BigInt(life.rules.min_uses);
      });
      return { active: count(active), adopters: count(adopters) };
    }),
  );
  return quotient(sum(rows.map(({ adopters }) => adopters)), sum(rows.map(({ active }) => active)));
}

/** The features that anybody had used by the end of the period. */
function featuresOf({ usage }: Life, cut: Cut): string[] {
  return [...new Set(usage.filter(({ at }) => at < cut.until).map(({ feature }) => feature))];
}

function isEntitled({ users }: Life, account: string, name: string | null, feature: string): boolean {
  const user = users.find(({ externalId, account: of }) => externalId === name && of === account);
  return user === undefined || user.entitlements === null || user.entitlements.split(";").includes(feature);
}

/** The local days of a period that have begun. */
function daysOf({ start, end, until }: Cut, zone: string): { from: Date; until: Date }[] {
  const days: { from: Date; until: Date }[] = [];
  for (let day = start; day < end && midnight(day, zone) < until; day = addDays(day, 1))
    days.push({ from: midnight(day, zone), until: midnight(addDays(day, 1), zone) });
  return days;
}

function people(used: readonly Usage[]): string[] {
  return [...new Set(used.map(({ account, user }) => `${account} ${user}`))];
}

function unanswered(ids: readonly string[]): Record<string, Expected> {
  return Object.fromEntries(ids.map((id) => [id, { value: null }]));
}
