import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { parsePeriod } from "@/lib/kernel/period";
import type { RenewalsAsked } from "@/lib/renewals/loaders";
import { SHOWN, WINDOWS } from "@/lib/renewals/schema";

/** How many renewals are listed at first, and by how many more at a time. */
export const STEP = 50;

const MOST = 1_000;

/** What the address of the renewals keeps. */
export const renewalsParams = {
  whose: parseAsString.withDefault("all"),
  days: parseAsNumberLiteral(WINDOWS).withDefault(90),
  due: parseAsString,
  shown: parseAsStringLiteral(SHOWN).withDefault("all"),
  limit: parseAsInteger.withDefault(STEP),
};

export type RenewalsParams = inferParserType<typeof renewalsParams>;

const load = createLoader(renewalsParams);

export const renewalsAddress = createSerializer(renewalsParams);

export async function loadRenewalsAsked(searchParams: Parameters<typeof load>[0]): Promise<RenewalsAsked> {
  const { limit, ...asked } = await load(searchParams);
  return { ...asked, due: asked.due !== null && parsePeriod(asked.due) ? asked.due : null, limit: Math.min(Math.max(limit, STEP), MOST) };
}
