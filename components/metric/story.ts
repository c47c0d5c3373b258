import { formatShortMoney } from "@/lib/kernel/money";
import { describePeriod } from "@/lib/kernel/period-words";
import type { Reading } from "@/lib/metrics/types";

/**
 * What happened to the money, in two sentences, from a reading that carries the movements (new MRR and its kin). Movements that are nothing are
 * not told; where a figure is missing for want of a rate, that is what is told.
 */
export function tellStory({ details, partial, missingRates }: Reading, { currency, period }: { currency: string; period: string }): string {
  const { opening, closing, new: fresh, expansion, reactivated, contraction, churned } = details;
  const time = `${when(period)}${partial ? ", so far" : ""}`;
  if (missingRates?.length)
    return `${time}: there is no exchange rate yet for ${missingRates.join(", ")}, so the money cannot be added up.`;
  if (opening == null || closing == null) return `${time}: nothing to tell yet.`;
  const money = (value: number) => formatShortMoney(value, currency);
  const gains = told(
    [
      [fresh, "new customers"],
      [expansion, "expansion"],
      [reactivated, "customers who came back"],
    ],
    money,
  );
  const losses = told(
    [
      [churned, "churn"],
      [contraction, "contraction"],
    ],
    money,
  );
  const way =
    closing === opening
      ? `stayed at ${money(closing)}`
      : `${closing > opening ? "grew" : "fell"} from ${money(opening)} to ${money(closing)}`;
  return `${time}, MRR ${way}. ${sentence(gains, losses)}`;
}

function told(parts: readonly (readonly [number | null | undefined, string])[], money: (value: number) => string): string[] {
  return parts.flatMap(([value, words]) => (value ? [`${money(value)} from ${words}`] : []));
}

function sentence(gains: readonly string[], losses: readonly string[]): string {
  if (gains.length === 0 && losses.length === 0) return "Nothing moved.";
  const came = gains.length > 0 ? `Gained ${joined(gains)}` : "Gained nothing";
  return losses.length > 0 ? `${came}; lost ${joined(losses)}.` : `${came}; lost nothing.`;
}

function joined(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function when(period: string): string {
  const words = describePeriod(period);
  return words.startsWith("12 months") ? `In the ${words}` : `In ${words}`;
}
