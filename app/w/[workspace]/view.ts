import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ALL_DIMENSIONS, DIMENSIONS, type Dimension } from "@/lib/kernel/dimension";
import { COMPARISONS } from "@/lib/metrics/comparison";
import { ROW_SORTS } from "@/lib/metrics/schema";
import type { Filter } from "@/lib/metrics/types";

/** What stands in an address for "has none", which is not the same as no filter. */
export const NONE = "(none)";

/** Everything about a screen that its address keeps, so that a link shows what the sender saw. */
export const viewParams = {
  period: parseAsString,
  compare: parseAsStringLiteral(COMPARISONS).withDefault("previous"),
  segment: parseAsString,
  plan: parseAsString,
  region: parseAsString,
  owner: parseAsString,
  stage: parseAsString,
  country: parseAsString,
  industry: parseAsString,
  interval: parseAsString,
  kind: parseAsString,
  channel: parseAsString,
  priority: parseAsString,
  feature: parseAsString,
  category: parseAsString,
  by: parseAsStringLiteral(ALL_DIMENSIONS),
  trend: parseAsString,
  search: parseAsString.withDefault(""),
  sort: parseAsStringLiteral(ROW_SORTS).withDefault("weight"),
};

export type View = inferParserType<typeof viewParams>;

export const loadView = createLoader(viewParams);

export const viewAddress = createSerializer(viewParams);

/** The filters of an address that a screen knows: it may carry those of another. */
export function filterOf(
  asked: { readonly [dimension in Dimension]?: string | null | undefined },
  dimensions: readonly Dimension[] = DIMENSIONS,
): Filter {
  return Object.fromEntries(
    dimensions.flatMap((dimension) => (asked[dimension] == null ? [] : [[dimension, asked[dimension] === NONE ? null : asked[dimension]]])),
  );
}

/** The filters of a view as another screen's address takes them along. */
export function carried(view: View): Partial<View> {
  const { search: _, sort: __, trend: ___, by: ____, ...rest } = view;
  return rest;
}

/** What the overview splits by: what accounts are, by segment where the address names nothing of theirs. */
export function accountDimension(by: Dimension | null): Dimension {
  return DIMENSIONS.find((dimension) => dimension === by) ?? "segment";
}
