import type { Parameters } from "@/lib/ledger/parameters";

/** One limit of a signal, described so that its setting draws itself. */
export type Threshold = {
  readonly id: string;
  readonly label: string;
  /** share and chance: 0-1, shown in percent. days and count as they are. */
  readonly unit: "share" | "chance" | "days" | "count";
  readonly default: number;
  readonly min: number;
  readonly max: number;
  readonly step: number;
};

/** How a signal presents itself. Holds no function, so that it can be sent to a browser. */
export type SignalFace = {
  /** Its kind: folder, address and key in the settings. */
  readonly id: string;
  readonly name: string;
  /** risk: something may be lost. chance: something may be won. */
  readonly tone: "risk" | "chance";
  /** The question it answers, in a user's words. */
  readonly question: string;
  /** When it is raised, in one sentence. */
  readonly meaning: string;
  /** What is to be done about it: the title of the task it suggests, and the task's reason code. */
  readonly next: { readonly title: string; readonly reason: string };
  readonly thresholds: readonly Threshold[];
};

export type Thresholds = Readonly<Record<string, number>>;

/** What a signal has to tell of a day, for its words. */
export type Detail = Readonly<Record<string, string | number | null>>;

/** What holds for the whole workspace. */
export type House = { readonly timeZone: string; readonly valueWithinDays: number };

/** One condition worth somebody's morning. One folder; one line in the registry. */
export type Signal = {
  readonly face: SignalFace;
  /** So many days without being met do not end it, so that an account at a limit is not reported anew every other morning. None: it ends when it ends. */
  readonly lingers?: number;
  /**
   * A SELECT of account_id, day, reason ('' where there is but one), strength (0 to 1) and detail (jsonb), for the rows of the statement's `grid`
   * (account_id, day, at, started_on) on which the condition is met, at most one for each account, day and reason. It may read nothing that happened
   * at `at` or later. CTEs of its own are written inside the SELECT.
   */
  readonly rows: (parameters: Parameters, thresholds: Thresholds, house: House) => string;
  /** Why, in words short enough for a line of the queue: "usage −38 % in 28 days". */
  readonly words: (detail: Detail, reason: string) => string;
};

/** A threshold by its id. Throws where the signal has none such, which is a mistake in its folder. */
export function limitOf(thresholds: Thresholds, id: string): number {
  const limit = thresholds[id];
  if (limit === undefined) throw new Error(`there is no threshold ${id}`);
  return limit;
}
