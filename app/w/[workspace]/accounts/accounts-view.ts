import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { filterOf } from "@/app/w/[workspace]/view";
import {
  ACCOUNT_COLUMNS,
  ACCOUNT_DIMENSIONS,
  ACCOUNT_SORTS,
  ACCOUNT_STATES,
  type AccountColumn,
  RENEWS_WITHIN,
} from "@/lib/accounts/choices";
import type { AccountsAsked } from "@/lib/accounts/schema";
import { BANDS } from "@/lib/kernel/band-words";

/** What stands beside the name where nobody chose. */
export const FIRST_COLUMNS: readonly AccountColumn[] = ["mrr", "health", "seats", "plan", "segment", "owner", "renewal", "moved"];

/** What the address of the accounts keeps. `view` names the kept view it began as. */
export const accountsParams = {
  search: parseAsString.withDefault(""),
  whose: parseAsString.withDefault("all"),
  state: parseAsStringLiteral(ACCOUNT_STATES),
  band: parseAsStringLiteral(BANDS),
  renews: parseAsNumberLiteral(RENEWS_WITHIN),
  segment: parseAsString,
  plan: parseAsString,
  owner: parseAsString,
  region: parseAsString,
  stage: parseAsString,
  sort: parseAsStringLiteral(ACCOUNT_SORTS).withDefault("mrr"),
  turned: parseAsBoolean.withDefault(false),
  columns: parseAsArrayOf(parseAsStringLiteral(ACCOUNT_COLUMNS)),
  view: parseAsString,
  after: parseAsString,
};

export type AccountsParams = inferParserType<typeof accountsParams>;

export const loadAccountsParams = createLoader(accountsParams);

const serialize = createSerializer(accountsParams);

/** What is seen, without where in it and what it is called: the same words for the same list. */
export function queryOf(params: AccountsParams): string {
  return serialize("", { ...params, columns: isFirst(params.columns) ? null : params.columns, view: null, after: null }).replace(/^\?/, "");
}

/** The same of a query that was kept: what is not known any more is let go. */
export function knownQuery(query: string): string {
  return queryOf(loadAccountsParams(new URLSearchParams(query)));
}

export function columnsOf({ columns }: Pick<AccountsParams, "columns">): readonly AccountColumn[] {
  return columns === null ? FIRST_COLUMNS : [...new Set(columns)];
}

export function accountsAsked(params: AccountsParams): AccountsAsked {
  const { search, whose, state, band, renews, sort, turned, after } = params;
  const where = filterOf(params, ACCOUNT_DIMENSIONS);
  return { search: search.slice(0, 100), whose, state, band, renews, where, sort, turned, columns: [...columnsOf(params)], after };
}

function isFirst(columns: AccountsParams["columns"]): boolean {
  return columns === null || columns.join() === FIRST_COLUMNS.join();
}
