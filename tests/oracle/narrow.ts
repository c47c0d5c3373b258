import type { Cut } from "./cut";
import { isIn } from "./cut";
import type { Expected } from "./expected";
import { growth } from "./growth";
import type { Life } from "./life";
import { support } from "./support";
import { featureAdoption, usage } from "./usage";
import { voice } from "./voice";

/** A dimension of records rather than of accounts, with a value of it; null asks for those that have none. */
export type Narrowing =
  | { readonly channel: string | null }
  | { readonly priority: string | null }
  | { readonly kind: string }
  | { readonly feature: string };

/** What the numbers of such records come to when only some of them are looked at. */
export function narrowed(life: Life, cut: Cut, where: Narrowing): Record<string, Expected> {
  if ("channel" in where) return support({ ...life, tickets: life.tickets.filter(({ channel }) => channel === where.channel) }, cut);
  if ("priority" in where) return support({ ...life, tickets: life.tickets.filter(({ priority }) => priority === where.priority) }, cut);
  if ("kind" in where) return ofKind(life, cut, where.kind);
  const used = life.usage.filter(({ feature }) => feature === where.feature);
  const named = life.usage.filter(({ at, user, count }) => isIn(at, cut) && user !== null && count > 0n);
  const events = usage({ ...life, usage: used }, cut, life)["usage-events"];
  return {
    ...(events && { "usage-events": events }),
    ...(life.usage.some(({ at, user }) => user !== null && at <= cut.asOf)
      ? { "feature-adoption-rate": featureAdoption(life, named, [where.feature]) }
      : {}),
  };
}

function ofKind(life: Life, cut: Cut, kind: string): Record<string, Expected> {
  const responses = life.responses.filter((response) => response.kind === kind);
  const { "survey-responses": answers } = voice({ ...life, responses, tickets: kind === "csat" ? life.tickets : [] }, cut);
  const offers = growth({ ...life, offers: life.offers.filter((offer) => offer.kind === kind) }, cut)["upsell-cross-sell-conversion-rate"];
  return { ...(answers && { "survey-responses": answers }), ...(offers && { "upsell-cross-sell-conversion-rate": offers }) };
}
