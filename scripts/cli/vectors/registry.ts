import { betaGeometric } from "./beta-geometric";
import { cohorts } from "./cohorts";
import { growth } from "./growth";
import { health } from "./health";
import { mrr } from "./mrr";
import { onboarding } from "./onboarding";
import { renewal } from "./renewal";
import { retention } from "./retention";
import { statistics } from "./statistics";
import { tickets } from "./tickets";
import { totals } from "./totals";
import { usage } from "./usage";
import type { Adapter } from "./vector";
import { voice } from "./voice";

/** Every metric a vector may name, and how the product is asked for it. */
export const adapters: Readonly<Record<string, Adapter>> = {
  ...mrr,
  ...retention,
  ...renewal,
  ...voice,
  ...growth,
  ...usage,
  ...cohorts,
  ...tickets,
  ...onboarding,
  ...totals,
  ...health,
  ...statistics,
  ...betaGeometric,
};
