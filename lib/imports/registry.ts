import type { z } from "zod";
import type { Kind } from "@/lib/imports/kind";
import { accounts } from "@/lib/imports/kinds/accounts";
import { contacts } from "@/lib/imports/kinds/contacts";
import { contracts } from "@/lib/imports/kinds/contracts";
import { discounts } from "@/lib/imports/kinds/discounts";
import { exchangeRates } from "@/lib/imports/kinds/exchange-rates";
import { pauses } from "@/lib/imports/kinds/pauses";
import { subscriptions } from "@/lib/imports/kinds/subscriptions";
import { UsageError } from "@/lib/kernel/usage-error";

/** Every noun that can be loaded. */
export const kinds = { accounts, contacts, subscriptions, discounts, pauses, contracts, "exchange-rates": exchangeRates };

export type KindName = keyof typeof kinds;

/** A row of that kind whose text was already turned into values. */
export type RowOf<Name extends KindName> = z.input<(typeof kinds)[Name]["record"]>;

export function findKind(name: string): Kind {
  const kind = Object.values(kinds).find((candidate) => candidate.name === name);
  if (!kind) throw new UsageError(`There is no kind called ${name}; there are ${Object.keys(kinds).join(", ")}.`);
  return kind;
}
