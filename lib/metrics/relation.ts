import type { Dimension } from "@/lib/kernel/dimension";
import type { Cut } from "@/lib/ledger/account-period";
import type { Parameters } from "@/lib/ledger/parameters";
import type { EvidenceColumn, Unit } from "@/lib/metrics/types";
import type { Scope } from "@/lib/platform/scope";
import type { Settings } from "@/lib/workspaces/settings";

export type RowsRequest = {
  readonly cuts: readonly Cut[];
  readonly asOf: Date;
  readonly scope: Pick<Scope, "currency" | "timeZone">;
  readonly settings: Settings;
  /** False where nobody asks what the accounts were: their dimensions may then be null. */
  readonly isDivided?: boolean;
};

/** What records a relation's rows are made of, as the marks of their days name them. */
export type RecordKind = "ticket" | "answer" | "usage";

export type Thing = "account" | "contract" | "ticket" | "answer" | "user" | "feature" | "offer" | "purchase" | "cost or account";

/**
 * What numbers are made of: rows of one account each, with named measures that add up. A metric is two linear formulas over those measures, so
 * that the same text gives a row's part of a number and, over the sums, the number itself.
 */
export type Relation = {
  readonly id: string;
  /** What one of its rows is. */
  readonly thing: Thing;
  readonly measures: readonly string[];
  /** Measures in minor units; all others are counts, or what `inUnit` says. */
  readonly minor?: readonly string[];
  readonly inUnit?: Readonly<Record<string, Unit>>;
  /** What rows can be split and filtered by; each is a column. */
  readonly dimensions: readonly Dimension[];
  /**
   * A SELECT of account_id (null for none), start, of_start, of_end (the period asked for), is_first and is_last (the row's cut is the first or the last that has begun),
   * record (an external id, where the account is not itself the thing counted), every measure, the dimensions, and the columns below.
   */
  readonly rows: (request: RowsRequest, parameters: Parameters) => string;
  /** Measures whose value at the period's own start or end is wanted, where a period has several cuts: they become first_… and last_… */
  readonly ends?: { readonly first: readonly string[]; readonly last: readonly string[] };
  /** What a person wants to see beside the numbers; the id is a column of rows. */
  readonly columns: readonly (EvidenceColumn & { sql: string })[];
  /** Details that are money, each with the measures that count rows whose money has no rate: while one is above 0, the detail has no answer. */
  readonly money?: Readonly<Record<string, string>>;
  /** The currencies without a rate that a row r was counted for by such measures, as a text array; where it is absent every row has its rate. */
  readonly missing?: (unpriced: readonly string[]) => string;
  /** Sums are kept in metric_rollup under this relation's id. */
  readonly rolledUp?: true;
  /**
   * Its sums are kept in kept_sums, where nothing divides them. `of`: the records it is made of; one in the period or before it changes them, one after it
   * does not. `settles`: so many days after a ticket was solved time alone changes what it comes to, and no more once the period has been over for as long;
   * `isLasting`: later too, where a ticket may be solved at any time after its period.
   */
  readonly kept?: { readonly of: readonly RecordKind[]; readonly settles?: (settings: Settings) => number; readonly isLasting?: true };
};
