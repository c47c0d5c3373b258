import { type Component, healthScore } from "@/lib/kernel/health-score";

/** Why a score changed: `configuration` + `lost` + Σ `customer` + `gained` = `by`. */
export type HealthChange = {
  readonly by: number;
  /** What other weights and limits alone made of the earlier day. */
  readonly configuration: number;
  /** What the measures that went missing take with them. */
  readonly lost: number;
  /** What each component known on both days did, in its order; 0 for the others. */
  readonly customer: readonly number[];
  /** What the measures that came to be known bring. */
  readonly gained: number;
};

/**
 * The change of a score from an earlier day to a later one, taken apart so that the parts add up to it. `before` is the earlier day by its own weights
 * and limits; `restated` is the same day by the later ones, component for component as in `after`.
 *
 *   configuration = mean(restated) − score(before)
 *   lost          = mean(restated, of what both days know) − mean(restated)
 *   customer      = weight × (score after − score restated) ÷ Σ weight of what both days know, for each of these
 *   gained        = score(after) − mean(after, of what both days know)
 *
 * Where both days know nothing in common, what is gained takes all that the configuration does not; where the later weights count nothing the
 * earlier day knew, all is configuration. Null where one of the days has no score. Throws a RangeError where `restated` and `after` are not alike.
 */
export function healthChange(
  before: readonly Component[],
  restated: readonly Component[],
  after: readonly Component[],
): HealthChange | null {
  if (restated.length !== after.length || restated.some(({ weight }, i) => weight !== after[i]?.weight))
    throw new RangeError("both days are told by the same weights");
  const [from, to] = [healthScore(before).score, healthScore(after).score];
  if (from === null || to === null) return null;
  const by = to - from;
  const none = after.map(() => 0);
  const bridge = mean(restated);
  if (bridge === null) return { by, configuration: by, lost: 0, customer: none, gained: 0 };
  const configuration = bridge - from;
  const isCommon = after.map(({ weight, score }, i) => weight > 0 && score !== null && restated[i]?.score !== null);
  const commonBefore = mean(restated.filter((_, i) => isCommon[i]));
  const commonAfter = mean(after.filter((_, i) => isCommon[i]));
  if (commonBefore === null || commonAfter === null) return { by, configuration, lost: 0, customer: none, gained: to - bridge };
  const whole = after.reduce((sum, { weight }, i) => sum + (isCommon[i] ? weight : 0), 0);
  return {
    by,
    configuration,
    lost: commonBefore - bridge,
    customer: after.map(({ weight, score }, i) => (isCommon[i] ? (weight * (held(score) - held(restated[i]?.score))) / whole : 0)),
    gained: to - commonAfter,
  };
}

/** The weighted mean of what is known, however little that is. */
function mean(components: readonly Component[]): number | null {
  const known = components.filter(({ weight, score }) => weight > 0 && score !== null);
  return known.length === 0 ? null : healthScore(known).score;
}

function held(score: number | null | undefined): number {
  return Math.min(100, Math.max(0, score ?? 0));
}
