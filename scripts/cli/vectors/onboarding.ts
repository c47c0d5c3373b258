import { z } from "zod";
import { kaplanMeier, type Life, survivalInterval, survivalMedian } from "@/lib/kernel/kaplan-meier";
import { arrivedOnly } from "@/lib/metrics/time-to-value";
import { reachedOfAll } from "@/lib/metrics/value-reached-share";
import { type Book, instant } from "./book";
import { evidence, readings } from "./reading";
import { inScratch } from "./scratch";
import { Period, spanOf } from "./span";
import { type Adapter, adapter, name, percent } from "./vector";

const Account = z.object({
  account_id: name.optional(),
  started_at: z.string(),
  value_at: z.string().optional(),
});

const Input = z.object({
  accounts: z.array(Account).transform((rows) => rows.map((row, place) => ({ ...row, account_id: row.account_id ?? `row ${place}` }))),
  as_of: z.string(),
  within_days: z.number().optional(),
  period: Period.default({ start: "1900-01-02", end: "2200-01-01" }),
  tz: z.string().default("UTC"),
});

// [duration, ended] or [entry, duration, ended].
const ended = z.union([z.literal(0), z.literal(1)]);
const Row = z.union([
  z.tuple([z.number(), ended]).transform(([duration, ended]): Life => ({ duration, ended: ended === 1 })),
  z.tuple([z.number(), z.number(), ended]).transform(([entry, duration, ended]): Life => ({ entry, duration, ended: ended === 1 })),
]);

export const onboarding: Record<string, Adapter> = {
  ttv: adapter(Input, (input) =>
    inScratch(startBook(input), async (scope) => {
      const span = spanOf(input, input.period);
      const read = await readings(scope, ["time-to-value", "value-reached-share"], span);
      const { value, details } = read["time-to-value"];
      const arrived = arrivedOnly(await evidence(scope, "time-to-value", span));
      return {
        accounts: details.accounts,
        reached_value: details.reached,
        invalid: details.invalid,
        reached_pct: percent(reachedOfAll({ details })),
        mean_days_reached_only: arrived.mean,
        median_days_reached_only: arrived.median,
        km_median_days: value,
        reached_within_window_pct: percent(read["value-reached-share"].value),
        window_eligible: read["value-reached-share"].details.eligible,
      };
    }),
  ),
  "survival.km": adapter(z.object({ rows: z.array(Row) }), ({ rows }) => {
    const curve = kaplanMeier(rows);
    const ends = curve.filter(({ ended }) => ended > 0);
    return {
      times: ends.map(({ time }) => time),
      at_risk: ends.map(({ atRisk }) => atRisk),
      survival: ends.map(({ survival }) => survival),
      median: survivalMedian(curve),
    };
  }),
  "survival.km_ci": adapter(z.object({ rows: z.array(Row), times: z.array(z.number()) }), ({ rows, times }) => {
    const curve = kaplanMeier(rows);
    return {
      by_time: times.map((time) => {
        const [low, high] = survivalInterval(curve.findLast((point) => point.time <= time) ?? { survival: 1, variance: 0 }) ?? [null, null];
        return { low, high };
      }),
    };
  }),
};

function startBook({ accounts, within_days, tz }: z.output<typeof Input>): Book {
  return {
    timeZone: tz,
    currency: "USD",
    settings: within_days === undefined ? {} : { value_within_days: String(within_days) },
    records: {
      accounts: accounts.map(({ account_id, started_at }) => ({
        externalId: account_id,
        name: account_id,
        startedAt: instant(started_at, tz),
      })),
      milestones: accounts.flatMap(({ account_id, value_at }) =>
        value_at === undefined ? [] : [{ account: account_id, kind: "first_value", at: instant(value_at, tz) }],
      ),
    },
  };
}
