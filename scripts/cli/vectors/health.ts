import { z } from "zod";
import { BUILT_IN } from "@/lib/health/config";
import { roundHalfAway } from "@/lib/kernel/decimal";
import { bandOf, healthScore } from "@/lib/kernel/health-score";
import { type Adapter, adapter, percent } from "./vector";

/** So many digits of a sum of doubles are its own: 57.49999999999999 is 57.5. */
const DIGITS = 12;

const Components = z.object({
  components: z.array(z.object({ name: z.string(), weight: z.number(), score: z.number().nullable().default(null) })),
});

export const health: Record<string, Adapter> = {
  "health.score": adapter(Components, ({ components }) => {
    const { score, coverage } = healthScore(components);
    return {
      score,
      score_display: score === null ? null : Number(roundHalfAway(score.toPrecision(DIGITS), 0)),
      band: bandOf(score, BUILT_IN.bands),
      coverage_pct: percent(coverage),
    };
  }),
};
