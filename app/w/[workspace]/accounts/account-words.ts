import { DIMENSION_WORDS } from "@/app/w/[workspace]/dimension-words";
import type { Tone } from "@/components/ui/badge";
import { ACCOUNT_DIMENSIONS, type AccountColumn, type AccountSort, type AccountState } from "@/lib/accounts/choices";
import type { AccountsAsked } from "@/lib/accounts/schema";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { daysBetween } from "@/lib/kernel/period";
import { describeDay, describeDistance } from "@/lib/kernel/period-words";

export const STATE_WORDS: Record<AccountState, { label: string; tone: Tone }> = {
  customer: { label: "Customer", tone: "plain" },
  churned: { label: "Churned", tone: "bad" },
  never: { label: "Never paid", tone: "plain" },
};

export const COLUMN_WORDS: Record<AccountColumn, string> = {
  mrr: "MRR",
  health: "Health",
  seats: "Seats",
  plan: "Plan",
  segment: "Segment",
  owner: "Owner",
  renewal: "Renewal",
  moved: "Last movement",
  region: "Region",
  stage: "Stage",
  touch: "Last touch",
  tickets: "Open tickets",
  nps: "NPS",
  usage: "Use of its usual",
  signals: "Open signals",
  since: "Customer since",
  industry: "Industry",
  country: "Country",
  domain: "Domain",
  id: "Id",
};

export function sortWords(sort: AccountSort): string {
  const words = sort === "name" ? "name" : COLUMN_WORDS[sort];
  return words === words.toUpperCase() ? words : words.toLowerCase();
}

/** `12 Mar 2027, in 111 days`; a dash where none is known. */
export function renewalWords(renewsOn: string | null, today: string): string {
  return renewsOn === null ? "—" : `${describeDay(renewsOn)}, ${describeDistance(daysBetween(today, renewsOn))}`;
}

/** What a list is narrowed to, one phrase a filter. `nameOf` says what a value is called. */
export function filterWords(
  { search, whose, state, band, renews, where }: AccountsAsked,
  nameOf: (dimension: "owner", value: string) => string,
): string[] {
  const named = ACCOUNT_DIMENSIONS.flatMap((dimension) => {
    const value = where[dimension];
    if (value === undefined) return [];
    return [`${DIMENSION_WORDS[dimension]}: ${value === null ? "none" : dimension === "owner" ? nameOf("owner", value) : value}`];
  });
  return [
    ...(search === "" ? [] : [`Search: ${search}`]),
    ...(whose === "all" ? [] : [`Accounts of: ${{ mine: "me", team: "my team" }[whose] ?? nameOf("owner", whose)}`]),
    ...(state === null ? [] : [`State: ${STATE_WORDS[state].label}`]),
    ...(band === null ? [] : [`Health: ${BAND_WORDS[band]}`]),
    ...(renews === null ? [] : [`Renewal within ${renews} days`]),
    ...named,
  ];
}
