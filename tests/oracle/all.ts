import { cost, purchases } from "./cost";
import type { Cut } from "./cut";
import type { Expected } from "./expected";
import { growth } from "./growth";
import type { Life } from "./life";
import { renewals } from "./renewals";
import { revenue } from "./revenue";
import { support } from "./support";
import { signUps, usage } from "./usage";
import { value } from "./value";
import { voice } from "./voice";

/** Every number of a company's life over a period, by metric id. `whole` is the company, where `life` is a part of it. */
export function everyNumber(life: Life, cut: Cut, whole = life): Record<string, Expected> {
  return {
    ...revenue(life, cut),
    ...renewals(life, cut),
    ...voice(life, cut),
    ...support(life, cut),
    ...usage(life, cut, whole),
    ...signUps(life, cut),
    ...value(life, cut),
    ...growth(life, cut),
    ...cost(life, cut),
    ...purchases(life, cut),
  };
}

/** What belongs to some accounts; `null` asks for what belongs to none. */
export function partOf(life: Life, has: (account: string | null) => boolean): Life {
  const own = <Row extends { readonly account: string | null }>(rows: readonly Row[]) => rows.filter(({ account }) => has(account));
  const owner = new Map(life.contacts.map(({ externalId, account }) => [externalId, account]));
  return {
    ...life,
    accounts: life.accounts.filter(({ externalId }) => has(externalId)),
    subscriptions: own(life.subscriptions),
    contacts: own(life.contacts),
    responses: life.responses.filter(({ account, contact }) => has(account ?? owner.get(contact ?? "") ?? null)),
    tickets: own(life.tickets),
    users: own(life.users),
    usage: own(life.usage),
    milestones: own(life.milestones),
    offers: own(life.offers),
    referrals: own(life.referrals),
    costs: own(life.costs),
    contracts: own(life.contracts),
    purchases: own(life.purchases),
  };
}
