import { z } from "zod";
import { auc } from "@/lib/kernel/auc";
import { roundHalfAway } from "@/lib/kernel/decimal";
import { fitLogistic } from "@/lib/kernel/logistic";
import { mean, median, percentile } from "@/lib/kernel/percentile";
import { ratio } from "@/lib/kernel/ratio";
import { wilson } from "@/lib/kernel/wilson";
import { type Adapter, adapter, percent } from "./vector";

const Quotient = z.object({ numerator: z.number(), denominator: z.number() });
const values = z.array(z.number());
const labels = z.array(z.union([z.literal(0), z.literal(1)]));

export const statistics: Record<string, Adapter> = {
  "ratio.pct": adapter(Quotient, ({ numerator, denominator }) => ({ pct: percent(ratio(numerator, denominator)) })),
  "ratio.mean": adapter(Quotient, ({ numerator, denominator }) => ({ value: ratio(numerator, denominator) })),
  "rounding.display": adapter(z.object({ values: z.array(z.string()), digits: z.number() }), ({ values, digits }) => ({
    rounded: values.map((value) => Number(roundHalfAway(value, digits))),
  })),
  "stats.summary": adapter(z.object({ values }), ({ values }) => ({ mean: mean(values), median: median(values) })),
  "stats.percentile_cont": adapter(z.object({ values, fractions: values }), ({ values, fractions }) => ({
    values: fractions.map((fraction) => percentile(values, fraction)),
  })),
  "stats.wilson": adapter(z.object({ successes: z.number(), n: z.number() }), ({ successes, n }) => {
    const [low = null, high = null] = wilson(successes, n) ?? [];
    return { low, high };
  }),
  "stats.auc": adapter(z.object({ labels, scores: values }), ({ labels, scores }) => ({
    auc: auc(labels.map((label, i) => ({ happened: label === 1, score: scores[i] ?? Number.NaN }))),
  })),
  "stats.logit": adapter(z.object({ X: z.array(values), y: labels }), ({ X, y }) => {
    const model = fitLogistic(X.map((inputs, i) => ({ inputs, happened: y[i] === 1 })));
    return { coefficients: model && [model.intercept, ...model.weights] };
  }),
};
