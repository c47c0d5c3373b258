import { z } from "zod";
import { discountedLifetime, discountedResidualLifetime } from "@/lib/kernel/discounted-lifetime";
import { fitBetaGeometric, logLikelihood, renewalShares, survival } from "@/lib/kernel/shifted-beta-geometric";
import { type Adapter, adapter } from "./vector";

const cohorts = z.array(z.array(z.number()));
const model = { alpha: z.number(), beta: z.number() };

export const betaGeometric: Record<string, Adapter> = {
  "clv.sbg.fit": adapter(z.object({ cohorts }), ({ cohorts }) => ({ ...fitBetaGeometric(cohorts) })),
  "clv.sbg.ll": adapter(z.object({ ...model, cohorts }), ({ cohorts, ...model }) => ({ log_likelihood: logLikelihood(model, cohorts) })),
  "clv.sbg.fit_project": adapter(z.object({ cohorts, project_to: z.number() }), ({ cohorts, project_to }) => {
    const fitted = fitBetaGeometric(cohorts);
    return { survival: fitted && survival(fitted, project_to) };
  }),
  "clv.sbg.survival": adapter(z.object({ ...model, periods: z.number() }), ({ periods, ...model }) => ({
    survival: survival(model, periods),
    retention: renewalShares(model, periods),
  })),
  "clv.sbg.del": adapter(
    z.object({ ...model, discount: z.number(), horizon: z.number().optional() }),
    ({ discount, horizon, ...model }) => ({
      del: discountedLifetime(model, discount, horizon),
    }),
  ),
  "clv.sbg.derl": adapter(z.object({ ...model, discount: z.number(), survived: z.number() }), ({ discount, survived, ...model }) => ({
    derl: discountedResidualLifetime(model, discount, survived),
  })),
};
