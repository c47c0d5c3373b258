import { type BandRecord, bandRecords } from "@/lib/health/back-test/bands";
import type { History, Point } from "@/lib/health/back-test/history";
import {
  type Missed,
  missedBy,
  type Spared,
  sparedBy,
  type Warned,
  type Warning,
  warnedBefore,
  warningOf,
} from "@/lib/health/back-test/lists";
import { scoreKnown } from "@/lib/health/back-test/rescore";
import type { HealthConfig } from "@/lib/health/config";
import type { Scored } from "@/lib/health/score";
import { type AucInterval, aucInterval } from "@/lib/kernel/auc-interval";
import { type Lift, liftOf } from "@/lib/kernel/lift";
import type { Day } from "@/lib/kernel/period";

/** So many churns are needed before anything is said of whether a score foretells them. */
export const NEEDED_CHURNS = 10;

/** A month's end of an account, scored. */
export type Judged = Point & Pick<Scored, "card" | "score" | "band">;

/** What was there to judge by. */
export type Ground = {
  /** Ends of months of paying accounts whose 90 days are over, of how many accounts, and how many of them had a score. */
  readonly points: number;
  readonly accounts: number;
  readonly scored: number;
  readonly waiting: number;
  readonly from: Day | null;
  readonly through: Day | null;
  /** How many accounts left since the first of them, and how many of these had a score at the end of a month in the 90 days before. */
  readonly left: number;
  readonly churns: number;
};

export type Verdict =
  | ({ readonly kind: "too-few"; readonly needed: number } & Ground)
  | ({
      readonly kind: "judged";
      readonly auc: AucInterval;
      readonly bands: readonly BandRecord[];
      readonly lift: Lift;
      readonly warning: Warning;
      readonly missed: readonly Missed[];
      readonly spared: readonly Spared[];
    } & Ground);

/**
 * Whether a set of scorecards foretold who left, over history: every stored day is scored by it anew, and held against what came after.
 * Below ten churns of accounts that had a score it refuses, for an interval of an AUC would then reach from nothing to everything.
 */
export function verdictOf(history: History, config: HealthConfig): Verdict {
  const judged = history.points.map((point): Judged => ({ ...point, ...scoreKnown(point, config) }));
  const cases = judged.flatMap(({ accountId, churnedOn, score }) =>
    score === null ? [] : [{ group: accountId, happened: churnedOn !== null, score: -score }],
  );
  const ground: Ground = {
    points: judged.length,
    accounts: new Set(judged.map(({ accountId }) => accountId)).size,
    scored: cases.length,
    waiting: history.waiting,
    from: judged[0]?.day ?? null,
    through: judged.at(-1)?.day ?? null,
    left: history.left,
    churns: churnsIn(judged.filter(({ score }) => score !== null)),
  };
  const [auc, lift] = [aucInterval(cases), liftOf(cases)];
  if (ground.churns < NEEDED_CHURNS || auc === null || lift === null) return { kind: "too-few", needed: NEEDED_CHURNS, ...ground };
  const warned = history.churns.map((churn): Warned => warnedBefore(churn, config));
  return {
    kind: "judged",
    ...ground,
    auc,
    lift,
    bands: bandRecords(judged),
    warning: warningOf(warned),
    missed: missedBy(warned, judged),
    spared: sparedBy(judged),
  };
}

/** How many times an account left among these: one that left counts once, however many months before it are among them. */
export function churnsIn(points: readonly Pick<Point, "accountId" | "churnedOn">[]): number {
  return new Set(points.flatMap(({ accountId, churnedOn }) => (churnedOn === null ? [] : [`${accountId} ${churnedOn}`]))).size;
}
