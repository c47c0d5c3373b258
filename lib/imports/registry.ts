import type { z } from "zod";
import type { Kind } from "@/lib/imports/kind";
import { accounts } from "@/lib/imports/kinds/accounts";
import { contacts } from "@/lib/imports/kinds/contacts";
import { contracts } from "@/lib/imports/kinds/contracts";
import { costs } from "@/lib/imports/kinds/costs";
import { discounts } from "@/lib/imports/kinds/discounts";
import { exchangeRates } from "@/lib/imports/kinds/exchange-rates";
import { milestones } from "@/lib/imports/kinds/milestones";
import { offers } from "@/lib/imports/kinds/offers";
import { pauses } from "@/lib/imports/kinds/pauses";
import { purchases } from "@/lib/imports/kinds/purchases";
import { referrals } from "@/lib/imports/kinds/referrals";
import { subscriptions } from "@/lib/imports/kinds/subscriptions";
import { surveyResponses } from "@/lib/imports/kinds/survey-responses";
import { ticketEvents } from "@/lib/imports/kinds/ticket-events";
import { tickets } from "@/lib/imports/kinds/tickets";
import { usage } from "@/lib/imports/kinds/usage";
import { users } from "@/lib/imports/kinds/users";
import { UsageError } from "@/lib/kernel/usage-error";

/** Every noun that can be loaded. */
export const kinds = {
  accounts,
  contacts,
  users,
  subscriptions,
  discounts,
  pauses,
  contracts,
  purchases,
  tickets,
  "ticket-events": ticketEvents,
  "survey-responses": surveyResponses,
  usage,
  milestones,
  offers,
  referrals,
  costs,
  "exchange-rates": exchangeRates,
};

export type KindName = keyof typeof kinds;

/** A row of that kind whose text was already turned into values. */
export type RowOf<Name extends KindName> = z.input<(typeof kinds)[Name]["record"]>;

export function findKind(name: string): Kind {
  const kind = Object.values(kinds).find((candidate) => candidate.name === name);
  if (!kind) throw new UsageError(`There is no kind called ${name}; there are ${Object.keys(kinds).join(", ")}.`);
  return kind;
}
