const Z = 1.959963984540054; // the standard normal's 97.5 % point
const FEW = 100;

export type Answers = { readonly promoters: number; readonly passives: number; readonly detractors: number };

/** Promoters less detractors, of all who answered: −100 to 100. Null where nobody did. Source: Reichheld 2003; metrics.md §8. */
export function netPromoterScore({ promoters, passives, detractors }: Answers): number | null {
  const n = promoters + passives + detractors;
  return n === 0 ? null : (100 * (promoters - detractors)) / n;
}

/** Wald's standard error of the score: 100 √((p + d − (p − d)²) ÷ n). Null where nobody answered. Source: Rocks 2016; metrics.md §8. */
export function netPromoterError({ promoters, passives, detractors }: Answers): number | null {
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const [p, d] = [promoters / n, detractors / n];
  return 100 * Math.sqrt(Math.max(0, p + d - (p - d) ** 2) / n);
}

/**
 * The 95 % interval of the score. Below 100 answers, or where all agree, adjusted Wald: three answers more, of which three quarters promote and
 * three quarters detract; else Wald. Cut to −100 and 100. Null where nobody answered. Source: Rocks 2016, as told by MeasuringU; metrics.md §8.
 */
export function netPromoterInterval(answers: Answers): [number, number] | null {
  const { promoters, passives, detractors } = answers;
  const n = promoters + passives + detractors;
  if (n === 0) return null;
  const isAdjusted = n < FEW || [promoters, passives, detractors].includes(n);
  const counted = isAdjusted ? { promoters: promoters + 0.75, passives: passives + 1.5, detractors: detractors + 0.75 } : answers;
  const score = netPromoterScore(counted) ?? 0;
  const reach = Z * (netPromoterError(counted) ?? 0);
  return [Math.max(-100, score - reach), Math.min(100, score + reach)];
}
