import { createLoader, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { NONE } from "@/app/w/[workspace]/view";
import { ACCOUNT_DIMENSIONS, ACCOUNT_SORTS, ACCOUNT_STATES, type AccountsRequest } from "@/lib/accounts/choices";
import { BANDS } from "@/lib/kernel/band-words";

/** What the address of the accounts keeps. */
export const accountsParams = {
  search: parseAsString.withDefault(""),
  state: parseAsStringLiteral(ACCOUNT_STATES),
  band: parseAsStringLiteral(BANDS),
  sort: parseAsStringLiteral(ACCOUNT_SORTS).withDefault("mrr"),
  segment: parseAsString,
  plan: parseAsString,
  owner: parseAsString,
  region: parseAsString,
  stage: parseAsString,
  after: parseAsString,
  before: parseAsString,
};

export type AccountsParams = inferParserType<typeof accountsParams>;

export const loadAccountsParams = createLoader(accountsParams);

export function accountsAsked({ search, state, band, sort, after, before, ...dimensions }: AccountsParams): Omit<AccountsRequest, "limit"> {
  const where = Object.fromEntries(
    ACCOUNT_DIMENSIONS.flatMap((dimension) =>
      dimensions[dimension] === null ? [] : [[dimension, dimensions[dimension] === NONE ? null : dimensions[dimension]]],
    ),
  );
  return { search: search.slice(0, 100), state, band, sort, after, before, where };
}
