import { z } from "zod";
import { addDays, daysBetween } from "@/lib/kernel/period";
import type { Level } from "@/lib/metrics/activity";
import { readLifecycle } from "@/lib/metrics/lifecycle";
import { readReturns } from "@/lib/metrics/returns";
import { withTenant } from "@/lib/platform/db";
import { type Book, instant } from "./book";
import { readings } from "./reading";
import { inScratch } from "./scratch";
import { asOfOf, Period, spanOf } from "./span";
import { type Adapter, adapter, name, percent } from "./vector";

const when = z.string().optional();
const Timed = z.object({ tz: z.string().default("UTC"), as_of: when });

/** Whoever acts: a person, an account that is followed as one, or nobody that is known. */
const Event = z.object({
  user_id: name.optional(),
  entity_id: name.optional(),
  account_id: name.optional(),
  feature: name.default("any"),
  at: z.string(),
  count: z.number().default(1),
});

const Events = Timed.extend({ events: z.array(Event) });
const User = z.object({ user_id: name, account_id: name.optional(), signed_up_at: when, activated_at: when, deleted_at: when });

const Stickiness = Events.extend({ period: Period });
const Adoption = Timed.extend({ users: z.array(User), period: Period, window_days: z.number().optional() });
const Feature = Events.extend({ feature: name, period: Period, eligible_users: z.array(name).optional(), min_uses: z.number().optional() });
const Returns = Events.extend({ periods: z.array(Period), return: z.enum(["on", "on-or-after"]).default("on") });
const Lifecycle = Events.extend({ days: z.array(z.iso.date()) });

export const usage: Record<string, Adapter> = {
  stickiness: adapter(Stickiness, (input) =>
    inScratch(usageBook(input), async (scope) => {
      const span = spanOf(input, input.period);
      const { stickiness } = await readings(scope, ["stickiness"], span);
      return {
        days: stickiness.details.days ?? daysBetween(span.start, span.end),
        avg_dau: stickiness.details.averageDaily ?? 0,
        mau: stickiness.details.monthly ?? 0,
        stickiness_pct: percent(stickiness.value),
      };
    }),
  ),
  "adoption.product": adapter(Adoption, (input) =>
    inScratch(userBook(input), async (scope) => {
      const ids = ["product-adoption-rate", "new-user-share"] as const;
      const { "product-adoption-rate": adoption, "new-user-share": share } = await readings(scope, ids, spanOf(input, input.period));
      return {
        new_users: adoption.details.newUsers,
        total_users: adoption.details.totalUsers,
        adopted_new_users: adoption.details.adopted,
        immature_users: adoption.details.immature,
        adoption_rate_pct: percent(adoption.value),
        seed_new_user_share_pct: percent(share.value),
      };
    }),
  ),
  "adoption.feature": adapter(Feature, (input) =>
    inScratch(featureBook(input), async (scope) => {
      const ids = ["feature-adoption-rate"] as const;
      const where = { feature: input.feature };
      const { "feature-adoption-rate": reading } = await readings(scope, ids, { ...spanOf(input, input.period), where });
      const { eligible = 0, eligibleActive = 0, adopters = 0 } = reading.details;
      return {
        eligible_users: eligible,
        eligible_active_users: eligibleActive,
        adopters,
        adoption_pct: percent(reading.value),
        adoption_of_eligible_pct: eligible ? percent((adopters ?? 0) / eligible) : null,
      };
    }),
  ),
  "activity.retention_recurring": adapter(Returns, (input) =>
    inScratch(usageBook(input), async (scope) => {
      const request = {
        buckets: input.periods.map((period) => spanOf(input, period)),
        level: levelOf(input),
        where: {},
        asOf: asOfOf(input),
        from: "every",
        back: input.return,
      } as const;
      const rows = await withTenant(scope, ({ sql }) => readReturns(sql, scope, request), "read");
      return { counts: rows.map(({ cells }) => cells) };
    }),
  ),
  "activity.lifecycle": adapter(Lifecycle, (input) =>
    inScratch(usageBook(input), async (scope) => {
      const [first = "1970-01-01"] = input.days;
      const buckets = [addDays(first, -1), ...input.days].map((start) => ({ start, end: addDays(start, 1) }));
      const request = { buckets, level: levelOf(input), where: {}, asOf: asOfOf(input) };
      const stages = await withTenant(scope, ({ sql }) => readLifecycle(sql, scope, request), "read");
      return {
        new: stages.map((stage) => stage.new),
        returning: stages.map(({ returning }) => returning),
        resurrecting: stages.map(({ resurrecting }) => resurrecting),
        dormant: stages.map(({ dormant }) => 0 - dormant),
      };
    }),
  ),
};

const ACCOUNT = "everyone's";

function usageBook({ events, tz }: z.output<typeof Events>): Book {
  const rows = events.map(({ user_id, entity_id, account_id, feature, at, count }) => ({
    account: account_id ?? entity_id ?? ACCOUNT,
    user: user_id ?? null,
    feature,
    at: instant(at, tz),
    count: BigInt(count),
  }));
  return { ...bookOf(tz), records: { ...accountsOf(rows), usage: rows } };
}

function userBook({ users, tz, window_days }: z.output<typeof Adoption>): Book {
  const at = (text: string | undefined) => (text === undefined ? null : instant(text, tz));
  const rows = users.map((user) => ({
    externalId: user.user_id,
    account: user.account_id ?? ACCOUNT,
    signedUpAt: at(user.signed_up_at),
    activatedAt: at(user.activated_at),
    deletedAt: at(user.deleted_at),
  }));
  return { ...bookOf(tz), settings: setting("adoption_window_days", window_days), records: { ...accountsOf(rows), users: rows } };
}

/** Who is not named as eligible is entitled to something else. */
function featureBook(input: z.output<typeof Feature>): Book {
  const { records, ...book } = usageBook(input);
  const { eligible_users: eligible, feature, events } = input;
  const others = [...new Set(events.flatMap(({ user_id }) => (user_id === undefined || eligible?.includes(user_id) ? [] : [user_id])))];
  const users =
    eligible === undefined
      ? []
      : [...eligible.map((id) => ({ id, features: feature })), ...others.map((id) => ({ id, features: `not ${feature}` }))];
  return {
    ...book,
    settings: setting("min_uses", input.min_uses),
    records: {
      ...records,
      ...accountsOf([{ account: ACCOUNT }]),
      users: users.map(({ id, features }) => ({ externalId: id, account: ACCOUNT, entitlements: features })),
    },
  };
}

function bookOf(tz: string): Omit<Book, "records"> {
  return { timeZone: tz, currency: "USD", settings: {} };
}

function accountsOf(rows: readonly { account: string }[]) {
  return { accounts: [...new Set(rows.map(({ account }) => account))].map((id) => ({ externalId: id, name: id })) };
}

function setting(key: string, value: number | undefined): Record<string, string> {
  return value === undefined ? {} : { [key]: String(value) };
}

function levelOf({ events }: z.output<typeof Events>): Level {
  return events.some(({ user_id }) => user_id !== undefined) ? "user" : "account";
}
