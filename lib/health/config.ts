import { z } from "zod";
import { MEASURES } from "@/lib/health/registry";
import { DIMENSIONS } from "@/lib/kernel/dimension";

const Limits = z
  .strictObject({ red: z.number(), green: z.number() })
  .refine(({ red, green }) => red !== green, "The red and the green limit are two numbers.");

const AgedLimits = z
  .strictObject({
    red: z.number(),
    green: z.number(),
    younger: z
      .array(z.strictObject({ days: z.int().positive(), red: z.number(), green: z.number() }))
      .max(5)
      .transform((younger) => younger.toSorted((one, other) => one.days - other.days))
      .optional(),
  })
  .refine(({ red, green, younger }) => Limits.safeParse({ red, green }).success && (younger ?? []).every((one) => one.red !== one.green), {
    error: "The red and the green limit are two numbers.",
  });

const isMeasure = (id: string) => MEASURES.some(({ face }) => face.id === id);

const Card = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, "A scorecard's id is made of small letters, digits and hyphens."),
  name: z.string().trim().min(1, "A scorecard needs a name.").max(80),
  match: z.strictObject({ dimension: z.enum(DIMENSIONS), values: z.array(z.string().max(200)).min(1).max(50) }).nullable(),
  weights: z
    .record(z.string().refine(isMeasure, "There is no such measure."), z.number().min(0).max(1_000))
    .refine((weights) => Object.values(weights).some((weight) => weight > 0), "At least one measure has a weight."),
  limits: z.record(z.string().refine(isMeasure, "There is no such measure."), AgedLimits),
});

/** Scorecards in their order: the first that matches an account is its card; the last, and only that, matches all. */
export const HealthConfig = z.strictObject({
  bands: z
    .strictObject({ green: z.number().gt(0).max(100), yellow: z.number().gt(0).max(100) })
    .refine(({ green, yellow }) => green > yellow, "Green begins above amber."),
  cards: z
    .array(Card)
    .min(1)
    .max(20)
    .refine(
      (cards) => cards.every(({ match }, index) => (match === null) === (index === cards.length - 1)),
      "The last scorecard is for everybody else, and only the last.",
    )
    .refine((cards) => new Set(cards.map(({ id }) => id)).size === cards.length, "Two scorecards have one id."),
});

export type HealthConfig = z.output<typeof HealthConfig>;
export type Scorecard = HealthConfig["cards"][number];

/** What holds until somebody publishes their own: one scorecard, every measure by its own weight and limits. */
export const BUILT_IN: HealthConfig = {
  bands: { green: 70, yellow: 40 },
  cards: [
    {
      id: "everybody",
      name: "Everybody",
      match: null,
      weights: Object.fromEntries(MEASURES.map(({ face }) => [face.id, face.weight])),
      limits: {},
    },
  ],
};
