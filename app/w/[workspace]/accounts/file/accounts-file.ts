import { COLUMN_WORDS, STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import type { AccountColumn } from "@/lib/accounts/choices";
import type { ListedAccount } from "@/lib/accounts/data";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { type CsvCell, csvRow } from "@/lib/kernel/csv";
import { majorText } from "@/lib/kernel/money";

type Written = { heads?: (words: string, currency: string) => string[]; cells: (account: ListedAccount, currency: string) => CsvCell[] };

const one = (of: (account: ListedAccount) => CsvCell): Written => ({ cells: (account) => [of(account)] });

/** How each column stands in a file: figures unrounded, days as 2026-11-22, money in its major amount under a heading that names the currency. */
const WRITTEN: Record<AccountColumn, Written> = {
  mrr: {
    heads: (words, currency) => [`${words} (${currency})`],
    cells: ({ mrr, state }, currency) => [amount(state === "customer" ? mrr : 0, currency)],
  },
  health: { heads: (words) => [words, "Score"], cells: ({ band, score }) => [band === null ? null : BAND_WORDS[band], score] },
  seats: one(({ seats }) => seats),
  plan: one(({ plan }) => plan),
  segment: one(({ segment }) => segment),
  owner: one(({ owner }) => owner),
  renewal: one(({ renewsOn }) => renewsOn),
  moved: {
    heads: (words) => [words, "Moved by", "Moved in"],
    cells: ({ movedOn, movedBy, movedCurrency }) => [
      movedOn,
      movedCurrency === null ? null : amount(movedBy, movedCurrency),
      movedCurrency,
    ],
  },
  region: one(({ region }) => region),
  stage: one(({ stage }) => stage),
  touch: one(({ touchedOn }) => touchedOn),
  tickets: one(({ tickets }) => tickets),
  nps: one(({ nps }) => nps),
  usage: one(({ usage }) => usage),
  signals: one(({ signals }) => signals),
  since: one(({ sinceOn }) => sinceOn),
  industry: one(({ industry }) => industry),
  country: one(({ country }) => country),
  domain: one(({ domain }) => domain),
  id: one(({ externalId }) => externalId),
};

/** The accounts as lines of a file, in the columns that are seen. */
export function accountsFile(
  columns: readonly AccountColumn[],
  currency: string,
): { head: string; line: (account: ListedAccount) => string } {
  const written = columns.map((column) => ({ ...WRITTEN[column], words: COLUMN_WORDS[column] }));
  return {
    head: csvRow(["Account", "State", ...written.flatMap(({ heads, words }) => heads?.(words, currency) ?? [words])]),
    line: (account) =>
      csvRow([account.name, STATE_WORDS[account.state].label, ...written.flatMap(({ cells }) => cells(account, currency))]),
  };
}

function amount(minor: number | null, currency: string): number | null {
  return minor === null ? null : Number(majorText(minor, currency));
}
