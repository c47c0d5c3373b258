import { HealthConfig } from "@/lib/health/config";
import type { Suggestion } from "@/lib/health/weights/suggest";

/**
 * Suggested weights as a piece of an address, which a person opens as a draft: `everybody:usage-trend=40,payment=60`, a card after the other with a
 * semicolon between. Empty where nothing is suggested.
 */
export function draftText(suggestions: readonly Suggestion[]): string {
  return suggestions
    .flatMap((each) =>
      each.kind === "suggested" ? [`${each.card}:${each.weights.map(({ id, suggested }) => `${id}=${suggested}`).join(",")}`] : [],
    )
    .join(";");
}

/** The scorecards with the weights such a piece names in place of their own; null where it names none of them, or says what no scorecard may. */
export function draftFrom(config: HealthConfig, text: string): HealthConfig | null {
  const named = new Map(text.split(";").map((part) => [part.split(":")[0], part.split(":")[1] ?? ""]));
  if (!config.cards.some(({ id }) => named.has(id))) return null;
  const cards = config.cards.map((card) => {
    const list = named.get(card.id);
    return list === undefined ? card : { ...card, weights: weightsIn(list) };
  });
  const parsed = HealthConfig.safeParse({ ...config, cards });
  return parsed.success ? parsed.data : null;
}

function weightsIn(list: string): Record<string, number> {
  return Object.fromEntries(list.split(",").map((each) => [each.split("=")[0] ?? "", Number(each.split("=")[1] || Number.NaN)]));
}
