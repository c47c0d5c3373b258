import type { Asked } from "@/lib/health/asked";
import type { Limits } from "@/lib/kernel/health-score";

/** Limits for accounts of all ages, or others for those younger than so many days; the first that fits holds. */
export type AgedLimits = Limits & { readonly younger?: readonly (Limits & { readonly days: number })[] | undefined };

/** How a measure presents itself. Holds no function, so that it can be sent to a browser. */
export type MeasureFace = {
  readonly id: string;
  readonly name: string;
  /** share: 0-1. ratio: times. days, count and score as they are. */
  readonly unit: "share" | "ratio" | "days" | "count" | "score";
  /** The question it answers, in a user's words. */
  readonly question: string;
  /** What its value says, in one sentence. */
  readonly meaning: string;
  /** The same of one account, with {} for its figure: "use is {} of its usual". */
  readonly says?: string;
  /** When it is missing, and so left out. */
  readonly missing: string;
  readonly weight: number;
  readonly limits: AgedLimits;
};

/** One thing that tells how well an account is. One folder; one line in the registry. */
export type Measure = {
  readonly face: MeasureFace;
  /**
   * A SELECT of account_id, day, value (float8; null where it is missing or too old to count) and told_on (the day of what it tells of), for rows of the
   * statement's `grid`: account_id, day, at (the instant just before which everything is seen), started_on. `told` tells for each day what
   * the sources had told (see told.ts), so that a silent source is missing and a silent customer is not. It may read nothing that happened at
   * `at` or later, and leaves rows out for which it has nothing to say. CTEs of its own are written inside the SELECT.
   */
  readonly inputs: (asked: Asked) => string;
};
