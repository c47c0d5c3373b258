import type { Beginner, Beginners } from "@/lib/health/features/first-use";
import { holm } from "@/lib/kernel/holm";
import { type AdjustedDifference, adjustedDifference, type Stratum } from "@/lib/kernel/mantel-haenszel";

/** So many accounts that took a feature up, and as many that did not, are needed before anything is said of it. */
export const NEEDED_ACCOUNTS = 20;

/** Below it a difference is called one, after the chance of a false one among all features asked about is held to it. */
const LEVEL = 0.05;

type Kept = { readonly kept: number; readonly whole: number };

export type FeatureRecord = {
  readonly feature: string;
  readonly adopters: Kept;
  readonly others: Kept;
  /** Null where there are too few of either, or none alike but for the feature. */
  readonly adjusted: AdjustedDifference | null;
  /** After Holm, over the features that were asked about. */
  readonly p: number | null;
  readonly says: "better" | "worse" | "nothing" | "too-few";
};

/**
 * For each feature: are accounts that used it in their first 90 days kept better from day 91 on than those that did not? Among accounts of the same
 * plan, the same third by MRR at that time, and begun in the same half-year (tenure is the same for all: each is followed from its own day 91).
 * A difference is called one where its p, adjusted for how many features were asked about, is below 0.05. An association, and no cause: who takes a
 * feature up may differ in what nobody has written down. The strongest first, then by adopters.
 * Source: Mantel & Haenszel 1959; Sato 1989; Holm 1979; product.md §2 row 5.
 */
export function featureRetention({ accounts }: Pick<Beginners, "accounts">): FeatureRecord[] {
  const stratumOf = strataOf(accounts);
  const features = [...new Set(accounts.flatMap((account) => account.features))].sort();
  const asked = features.map((feature) => recordOf(feature, accounts, stratumOf));
  const adjusted = holm(asked.flatMap(({ adjusted }) => (adjusted === null ? [] : [adjusted.p])));
  return asked
    .map((record) => judged(record, record.adjusted === null ? null : (adjusted.shift() ?? null)))
    .sort(
      (one, other) => (one.p ?? 2) - (other.p ?? 2) || other.adopters.whole - one.adopters.whole || (one.feature < other.feature ? -1 : 1),
    );
}

type Asked = Omit<FeatureRecord, "p" | "says">;

function recordOf(feature: string, accounts: readonly Beginner[], stratumOf: (account: Beginner) => string): Asked {
  const strata = new Map<string, { exposed: { happened: number; whole: number }; others: { happened: number; whole: number } }>();
  for (const account of accounts) {
    const stratum = strata.get(stratumOf(account)) ?? { exposed: { happened: 0, whole: 0 }, others: { happened: 0, whole: 0 } };
    const side = account.features.includes(feature) ? stratum.exposed : stratum.others;
    side.whole += 1;
    if (account.kept) side.happened += 1;
    strata.set(stratumOf(account), stratum);
  }
  const [adopters, others] = [total(strata, "exposed"), total(strata, "others")];
  const isEnough = adopters.whole >= NEEDED_ACCOUNTS && others.whole >= NEEDED_ACCOUNTS;
  return { feature, adopters, others, adjusted: isEnough ? adjustedDifference([...strata.values()]) : null };
}

function judged(asked: Asked, p: number | null): FeatureRecord {
  if (asked.adjusted === null || p === null) return { ...asked, p: null, says: "too-few" };
  if (p >= LEVEL) return { ...asked, p, says: "nothing" };
  return { ...asked, p, says: asked.adjusted.difference > 0 ? "better" : "worse" };
}

function total(strata: ReadonlyMap<string, Stratum>, side: keyof Stratum): Kept {
  const all = [...strata.values()].map((stratum) => stratum[side]);
  return { kept: all.reduce((sum, { happened }) => sum + happened, 0), whole: all.reduce((sum, { whole }) => sum + whole, 0) };
}

function strataOf(accounts: readonly Beginner[]): (account: Beginner) => string {
  const paid = accounts.flatMap(({ mrr }) => mrr ?? []).sort((a, b) => a - b);
  const edges = [paid[Math.floor(paid.length / 3)] ?? 0, paid[Math.floor((2 * paid.length) / 3)] ?? 0];
  return ({ plan, mrr, startedOn }) => {
    const third = mrr === null ? "none" : edges.filter((edge) => mrr >= edge).length;
    return [plan ?? "", third, startedOn.slice(0, 4), startedOn.slice(5) < "07" ? 1 : 2].join("\n");
  };
}
