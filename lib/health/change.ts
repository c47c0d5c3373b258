import type { HealthConfig, Scorecard } from "@/lib/health/config";
import type { Inputs } from "@/lib/health/inputs";
import { type Part, type Scored, scoreBy } from "@/lib/health/score";
import { type HealthChange, healthChange } from "@/lib/kernel/health-change";

/** A day as it was stored: what was known of the account, and the card by which it was scored. */
export type Side = Pick<Inputs, "inputs" | "ages" | "tenureDays"> & {
  readonly version: number;
  readonly card: string;
  readonly config: HealthConfig;
};

/** One measure that both days know: `before` and `after` are told by the later day's weights and limits, and by those for its age. */
export type MeasureChange = { readonly id: string; readonly by: number; readonly before: Part; readonly after: Part };

/**
 * Why a score changed. Known: the five parts add up to `by`. Unknown: one of the days has no score, for want of the measures named in `missing`.
 * `version`, `card` and the `days` of an account's age are what they were and what they became.
 */
export type ScoreChange =
  | {
      readonly kind: "known";
      readonly before: number;
      readonly after: number;
      readonly by: number;
      readonly configuration: {
        readonly by: number;
        readonly version: readonly [number, number];
        readonly card: readonly [string, string];
      };
      /** What the limits for the account's later age alone made of the earlier day. */
      readonly age: { readonly by: number; readonly days: readonly [number, number] };
      readonly lost: { readonly by: number; readonly measures: readonly string[] };
      readonly customer: readonly MeasureChange[];
      readonly gained: { readonly by: number; readonly measures: readonly string[] };
    }
  | {
      readonly kind: "unknown";
      readonly before: number | null;
      readonly after: number | null;
      readonly missing: { readonly before: readonly string[]; readonly after: readonly string[] };
    };

/** Tells configuration, age, missing data and the customer apart in the change of an account's score between two of its days. */
export function changeBetween(before: Side, after: Side): ScoreChange {
  const [then, now] = [scored(before), scored(after)];
  const asYoung = scoreBy(cardOf(after), before, after.config);
  const restated = scoreBy(cardOf(after), { ...before, tenureDays: after.tenureDays }, after.config);
  const configured = healthChange(then.parts, asYoung.parts, now.parts);
  const change = healthChange(then.parts, restated.parts, now.parts);
  if (configured === null || change === null || then.score === null || now.score === null) {
    const missing = { before: unknownIn(then), after: unknownIn(now) };
    return { kind: "unknown", before: then.score, after: now.score, missing };
  }
  return {
    kind: "known",
    before: then.score,
    after: now.score,
    by: change.by,
    configuration: { by: configured.configuration, version: [before.version, after.version], card: [before.card, after.card] },
    age: { by: change.configuration - configured.configuration, days: [before.tenureDays, after.tenureDays] },
    customer: customerChanges(restated, now, change),
    lost: { by: change.lost, measures: only(restated, now) },
    gained: { by: change.gained, measures: only(now, restated) },
  };
}

function customerChanges(restated: Scored, now: Scored, change: HealthChange): MeasureChange[] {
  return now.parts.flatMap((part, i) => {
    const earlier = restated.parts[i];
    if (earlier === undefined || earlier.score === null || part.score === null) return [];
    return [{ id: part.id, by: change.customer[i] ?? 0, before: earlier, after: part }];
  });
}

/** The measures that one day knows and the other does not. */
function only(one: Scored, other: Scored): string[] {
  return one.parts.flatMap(({ id, score }, i) => (score !== null && other.parts[i]?.score === null ? [id] : []));
}

function unknownIn({ parts }: Scored): string[] {
  return parts.flatMap(({ id, score }) => (score === null ? [id] : []));
}

function scored(side: Side): Scored {
  return scoreBy(cardOf(side), side, side.config);
}

function cardOf({ card, config }: Side): Scorecard {
  const found = config.cards.find(({ id }) => id === card) ?? config.cards.at(-1);
  if (found === undefined) throw new Error("a set of scorecards has a last one");
  return found;
}
