import { Z95 as Z } from "@/lib/kernel/normal";

const FEW = 100;

export type Answers = { readonly promoters: number; readonly passives: number; readonly detractors: number };

/** Wald: the answers as they are. Adjusted Wald: three answers more, of which three quarters of an answer promote and as many detract. */
export type NetPromoterMethod = "wald" | "adjusted_wald";

/** An interval's middle, standard error and half width before it is cut to the scale, and its ends after. In points of the score. */
type NetPromoterMargin = { readonly centre: number; readonly error: number; readonly reach: number; readonly interval: [number, number] };

/** Promoters less detractors, of all who answered: −100 to 100. Null where nobody did. Source: Reichheld 2003; metrics.md §8. */
export function netPromoterScore({ promoters, passives, detractors }: Answers): number | null {
  const n = promoters + passives + detractors;
  return n === 0 ? null : (100 * (promoters - detractors)) / n;
}

/**
 * How far the score of everybody may lie from that of those who answered: score ± z · SE, where SE = 100 √((p + d − (p − d)²) ÷ n), cut to
 * −100 and 100. `z` is 1.96 where 95 % is wanted. Null where nobody answered. Source: Rocks 2016, as told by MeasuringU; metrics.md §8.
 */
export function netPromoterMargin(answers: Answers, method: NetPromoterMethod, z = Z): NetPromoterMargin | null {
  const { promoters, passives, detractors } = answers;
  if (promoters + passives + detractors === 0) return null;
  const counted =
    method === "adjusted_wald" ? { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 } : answers;
  const centre = netPromoterScore(counted) ?? 0;
  const error = errorOf(counted);
  const reach = z * error;
  return { centre, error, reach, interval: [Math.max(-100, centre - reach), Math.min(100, centre + reach)] };
}

/** The 95 % interval of the score: adjusted Wald below 100 answers or where all agree, for which Wald would claim too much; else Wald. Null where nobody answered. */
export function netPromoterInterval(answers: Answers): [number, number] | null {
  const counts = [answers.promoters, answers.passives, answers.detractors];
  const n = counts.reduce((sum, count) => sum + count, 0);
  return netPromoterMargin(answers, n < FEW || counts.includes(n) ? "adjusted_wald" : "wald")?.interval ?? null;
}

function errorOf({ promoters, passives, detractors }: Answers): number {
  const n = promoters + passives + detractors;
  const [p, d] = [promoters / n, detractors / n];
  return 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n);
}
