import { z } from "zod";
import type { RowOf } from "@/lib/imports/registry";
import { roundHalfAway } from "@/lib/kernel/decimal";
import { netPromoterMargin, netPromoterScore } from "@/lib/kernel/net-promoter";
import type { Reading } from "@/lib/metrics/types";
import { type Book, instant } from "./book";
import { readings } from "./reading";
import { inScratch } from "./scratch";
import { Period, spanOf } from "./span";
import { type Adapter, adapter, name, percent } from "./vector";

type Row = RowOf<"survey-responses">;

// Whether a score is one is for the record to say.
const score = z.custom<Row["score"]>((given) => typeof given !== "object" || given === null);

const Response = z.union([
  z.object({
    respondent_id: name.optional(),
    score: score.default(null),
    at: z.string().optional(),
    status: z.string().optional(),
  }),
  score.transform(alone),
]);

const Input = z.object({
  responses: z.array(Response).default([]),
  score_counts: z.record(z.string(), z.number()).default({}),
  period: Period.default({ start: "2024-03-01", end: "2024-04-01" }),
  as_of: z.string().optional(),
  tz: z.string().default("UTC"),
  scale: z.number().optional(),
});
type Input = z.output<typeof Input>;

export const voice: Record<string, Adapter> = {
  "nps.score": adapter(Input, async (input) => {
    const { "net-promoter-score": read } = await answers(input, "nps", ["net-promoter-score"]);
    const { answers: n, promoters, passives, detractors } = read.details;
    return { n, promoters, passives, detractors, nps: read.value, nps_display: displayed(read.value, 0) };
  }),
  "nps.ci": adapter(
    z.object({
      promoters: z.number(),
      passives: z.number(),
      detractors: z.number(),
      method: z.enum(["wald", "adjusted_wald"]).default("wald"),
      z: z.number().optional(),
    }),
    ({ method, z, ...given }) => {
      const margin = netPromoterMargin(given, method, z);
      const [low = null, high = null] = margin?.interval ?? [];
      return {
        nps: netPromoterScore(given),
        centre: margin?.centre ?? null,
        se: margin?.error ?? null,
        moe: margin?.reach ?? null,
        low,
        high,
      };
    },
  ),
  csat: adapter(Input, async (input) => {
    const read = await answers(input, "csat", ["customer-satisfaction-score", "customer-satisfaction-mean"]);
    const { value, details } = read["customer-satisfaction-score"];
    return {
      n: details.answers,
      satisfied: details.satisfied,
      csat_pct: percent(value),
      csat_display: displayed(percent(value), 0),
      mean: read["customer-satisfaction-mean"].value,
    };
  }),
  ces: adapter(Input, async (input) => {
    const read = await answers(input, "ces", ["customer-effort-score", "easy-share"]);
    const { value, details } = read["customer-effort-score"];
    return { n: details.answers, ces: value, ces_display: displayed(value, 2), easy_pct: percent(read["easy-share"].value) };
  }),
};

function answers<const Id extends string>(input: Input, kind: "nps" | "csat" | "ces", ids: readonly Id[]): Promise<Record<Id, Reading>> {
  return inScratch(surveyBook(input, kind), (scope) => readings(scope, ids, spanOf(input, input.period)));
}

function surveyBook({ responses, score_counts, period, tz, scale }: Input, kind: "nps" | "csat" | "ces"): Book {
  const counted = Object.entries(score_counts).flatMap(([score, count]) => Array.from({ length: count }, () => alone(Number(score))));
  const given = [...responses, ...counted];
  const people = [...new Set(given.flatMap(({ respondent_id }) => respondent_id ?? []))];
  return {
    timeZone: tz,
    currency: "USD",
    settings: kind === "ces" && scale !== undefined ? { ces_scale: String(scale) } : {},
    records: {
      accounts: people.map((person) => ({ externalId: person, name: person })),
      contacts: people.map((person) => ({ externalId: person, account: person })),
      "survey-responses": given.map(({ respondent_id, score, at, status }, place) => ({
        externalId: String(place),
        kind,
        contact: respondent_id ?? null,
        score,
        scale: scale === undefined ? null : BigInt(scale),
        answeredAt: instant(at ?? period.start, tz),
        status: status ?? null,
      })),
    },
    mayRefuse: "survey-responses",
  };
}

function alone(score: Row["score"]) {
  return { respondent_id: undefined, score, at: undefined, status: undefined };
}

function displayed(value: number | null, digits: number): number | null {
  return value === null ? null : Number(roundHalfAway(value, digits));
}
