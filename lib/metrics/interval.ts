import { meanInterval } from "@/lib/kernel/mean-interval";
import { netPromoterInterval } from "@/lib/kernel/net-promoter";
import { wilson } from "@/lib/kernel/wilson";
import type { Sums } from "@/lib/metrics/sums";

/** The 95 % interval of a number from the sums it is made of, in the unit of its value; null where they do not give one. */
export type Interval = (sums: Pick<Sums, "numerator" | "denominator" | "squares" | "details">) => [number, number] | null;

/** Of a share of things counted, each 0 or 1: Wilson's. */
export const ofShare: Interval = ({ numerator, denominator }) => wilson(numerator, denominator);

/** Of a mean of scores on a scale, whose denominator is 1 a row: Student's t. */
export function ofMean(scale: readonly [number, number]): Interval {
  return ({ numerator, denominator, squares }) => meanInterval({ n: denominator, sum: numerator, squares }, scale);
}

/** Of a net promoter score, whose details count promoters, passives and detractors. */
export const ofPromoters: Interval = ({ details: { promoters, passives, detractors } }) =>
  netPromoterInterval({ promoters: promoters ?? 0, passives: passives ?? 0, detractors: detractors ?? 0 });
