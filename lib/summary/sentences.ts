import { change, describeChange } from "@/lib/kernel/change";
import { format } from "@/lib/kernel/format";
import { formatShortMoney } from "@/lib/kernel/money";
import { describePeriod } from "@/lib/kernel/period-words";
import type { Reading } from "@/lib/metrics/types";
import type { DueSpan } from "@/lib/renewals/calendar";
import { COVERED_DAYS } from "@/lib/renewals/covered";
import type { Coverage } from "@/lib/renewals/data";
import type { ToldMover } from "@/lib/summary/movers/rules";

/** A piece of a sentence; what it names leads to the metric over that period, to the account, or to the page of the workspace. */
export type Piece = { text: string; metric?: { id: string; period: string }; account?: string; page?: "renewals" };

export type Sentence = { lead: "What happened" | "Why" | "What comes next"; pieces: Piece[] };

/** What the sentences are made of. Whatever is not in here is not said. */
export type Told = {
  currency: string;
  periods: { year: string; month: string };
  bridge: Reading;
  retention: { reading: Reading; target: number | null } | null;
  losses: readonly ToldMover[];
  gains: readonly ToldMover[];
  quarters: readonly DueSpan[];
  coverage: Coverage;
};

/** What happened, why, and what comes next, each from its numbers by a plain rule. */
export function sentencesOf(told: Told): Sentence[] {
  return [
    { lead: "What happened", pieces: [...happened(told), ...kept(told)] },
    { lead: "Why", pieces: [...lost(told), ...won(told)] },
    { lead: "What comes next", pieces: [...due(told), ...untouched(told)] },
  ];
}

export function sentenceText({ pieces }: Sentence): string {
  return pieces.map(({ text }) => text).join("");
}

const said = (text: string): Piece => ({ text });

function happened({ bridge, currency, periods: { month } }: Told): Piece[] {
  const { opening, closing, new: fresh, expansion, reactivated, contraction, churned } = bridge.details;
  const when = `In ${describePeriod(month)}${bridge.partial ? ", so far," : ""} `;
  if (bridge.missingRates?.length)
    return [said(`${when}money cannot be added up: there is no exchange rate for ${bridge.missingRates.join(", ")}.`)];
  if (opening == null || closing == null || (opening === 0 && closing === 0))
    return [said(`${when}there was no recurring revenue to tell of.`)];
  const money = (value: number) => formatShortMoney(value, currency);
  const link = (id: string, value: number): Piece => ({ text: money(value), metric: { id, period: month } });
  const parts = (given: readonly (readonly [string, number | null | undefined, string])[]) =>
    given.flatMap(([id, value, words]) => (value ? [[link(id, value), said(` ${words}`)]] : []));
  const came = parts([
    ["new-mrr", fresh, "from new customers"],
    ["expansion-mrr", expansion, "from expansion"],
    ["reactivation-mrr", reactivated, "from customers who came back"],
  ]);
  const went = parts([
    ["churned-mrr", churned, "by churn"],
    ["contraction-mrr", contraction, "by contraction"],
  ]);
  const moved = describeChange(change(closing, opening, "money"));
  const way = closing === opening ? `MRR stayed at ` : `MRR ${closing > opening ? "grew" : "fell"} from ${money(opening)} to `;
  return [
    said(when + way),
    link("mrr", closing),
    said(closing === opening || moved === "new" ? ": gained " : ` (${moved}): gained `),
    ...(came.length === 0 ? [said("nothing")] : joined(came)),
    said("; lost "),
    ...(went.length === 0 ? [said("nothing")] : joined(went)),
    said("."),
  ];
}

function kept({ retention, periods: { year } }: Told): Piece[] {
  if (retention === null || retention.reading.value === null) return [];
  const { reading, target } = retention;
  const share = (value: number) => format(value, { unit: "share" });
  const against = target === null || reading.value === null ? "" : `, ${share(target)} was the target`;
  return [
    said(" Over twelve months net revenue retention is "),
    { text: share(reading.value ?? 0), metric: { id: reading.id, period: year } },
    said(`${against}.`),
  ];
}

function lost({ losses, bridge, currency }: Told): Piece[] {
  const [first, second] = losses;
  if (first === undefined) return [said("No account left or shrank.")];
  const all = (bridge.details.churned ?? 0) + (bridge.details.contraction ?? 0);
  const shown = losses.reduce((sum, { by }) => sum - by, 0);
  const most =
    losses.length > 1 && all > 0
      ? `; the ${losses.length} largest are ${format(Math.min(1, shown / all), { unit: "share", digits: 0 })} of what was lost`
      : "";
  return [
    said("The largest loss was "),
    ...named(first, currency),
    ...(second ? [said(", then "), ...named(second, currency)] : []),
    said(`${most}.`),
  ];
}

function won({ gains, currency }: Told): Piece[] {
  const [first] = gains;
  return first ? [said(" The largest gain was "), ...named(first, currency), said(".")] : [said(" No account joined or grew.")];
}

function named({ accountId, name, by, cause }: ToldMover, currency: string): Piece[] {
  return [{ text: name, account: accountId }, said(` (${formatShortMoney(Math.abs(by), currency)}, ${cause.words})`)];
}

function due({ quarters, currency }: Told): Piece[] {
  const [first, last] = [quarters[0], quarters.at(-1)];
  if (!first || !last) return [];
  const sum = (pick: (span: DueSpan) => number) => quarters.reduce((all, span) => all + pick(span), 0);
  const open = sum((span) => span.open.contracts);
  const words = `${quarterWords(first.from)} and ${quarterWords(last.from)}`;
  if (open === 0) return [said(`Of ${words}, no renewal is open.`)];
  const risky = sum((span) => span.bands.red.contracts);
  const uncalled = open - sum((span) => span.open.called);
  const risk =
    risky === 0
      ? "none of it at risk"
      : `${formatShortMoney(
          sum((span) => span.bands.red.acv),
          currency,
        )} of it at risk`;
  const call = uncalled === 0 ? "all of them called" : `${uncalled.toLocaleString("en-US")} not called`;
  return [
    said(`Of ${words}, `),
    { text: `${open.toLocaleString("en-US")} ${open === 1 ? "renewal" : "renewals"}`, page: "renewals" },
    said(
      ` worth ${formatShortMoney(
        sum((span) => span.open.acv),
        currency,
      )} a year ${open === 1 ? "is" : "are"} open, ${risk}, ${call}.`,
    ),
  ];
}

function untouched({ coverage: { atRisk, untouched: left, rows }, currency }: Told): Piece[] {
  if (atRisk.accounts === 0) return [said(" No paying account is at risk today.")];
  const [first] = rows;
  const accounts = (n: number) => `${n.toLocaleString("en-US")} ${n === 1 ? "account" : "accounts"}`;
  const all = ` ${formatShortMoney(atRisk.mrr, currency)} of MRR in ${accounts(atRisk.accounts)} is at risk today`;
  if (left.accounts === 0 || first === undefined) return [said(`${all}, and every one was touched in the last ${COVERED_DAYS} days.`)];
  return [
    said(`${all}; nobody touched ${left.accounts.toLocaleString("en-US")} of them in ${COVERED_DAYS} days, first of all `),
    { text: first.name, account: first.id },
    said(first.mrr === null ? "." : ` (${formatShortMoney(first.mrr, currency)}).`),
  ];
}

/** `Q4 2026`, by the quarter's first day. */
export function quarterWords(from: string): string {
  return `Q${Math.ceil(Number(from.slice(5, 7)) / 3)} ${from.slice(0, 4)}`;
}

function joined(parts: readonly Piece[][]): Piece[] {
  return parts.flatMap((part, index) => (index === 0 ? part : [said(index === parts.length - 1 ? " and " : ", "), ...part]));
}
