import fc from "fast-check";
import { discountsOf, instantIn, oneIn, pausesOf, rate, rules, subscriptionOf } from "./generate";
import { contractsOf, purchasesOf } from "./generate-contracts";
import { costsOf, milestonesOf, offersOf, referralsOf } from "./generate-growth";
import { ticketsOf } from "./generate-support";
import { usageOf, usersOf } from "./generate-usage";
import { contactsOf, responsesOf } from "./generate-voice";
import type { Life, LifeRules } from "./life";

export const allRules: fc.Arbitrary<LifeRules> = fc
  .tuple(
    rules,
    fc.record({
      renewal_grace_days: fc.constantFrom(30, 0, 10),
      fcr_window_days: fc.constantFrom(7, 1),
      offer_window_days: fc.constantFrom(30, 3),
      adoption_window_days: fc.constantFrom(14, 2),
      value_within_days: fc.constantFrom(30, 7),
      min_uses: fc.constantFrom(1, 2),
      ces_scale: fc.constantFrom(7 as const, 7 as const, 5 as const),
      gross_margin_pct: fc.constantFrom(100, 80),
    }),
  )
  .map(([first, rest]) => ({ ...first, ...rest }));

/** A shelf of books under one set of rules, each a segment of its own, so that one reading by segment tells of all of them. */
export function shelf(books: number): fc.Arbitrary<Life> {
  return fc
    .tuple(allRules, fc.uniqueArray(rate, { maxLength: 6, selector: ({ currency, month }) => `${currency} ${month}` }))
    .chain(([rules, rates]) =>
      fc
        .tuple(...Array.from({ length: books }, (_, place) => bookOf(`b${place}`, rules)))
        .map((all) => ({ ...together(all, rules), rates })),
    );
}

/** The records of a company with up to three accounts, all of one segment. */
export function bookOf(prefix: string, rules: LifeRules): fc.Arbitrary<Life> {
  const zone = rules.timeZone;
  return fc.integer({ min: 1, max: 3 }).chain((count) => {
    const names = Array.from({ length: count }, (_, place) => `${prefix}-a${place}`);
    const accounts = fc.tuple(
      ...names.map((externalId) =>
        fc.record({
          externalId: fc.constant(externalId),
          name: fc.constant(`Account ${externalId}`),
          segment: fc.constant(prefix),
          region: fc.constantFrom("EU", "US", null),
          startedAt: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 3, arbitrary: instantIn(zone) }),
        }),
      ),
    );
    const people = fc.tuple(contactsOf(names), usersOf(names, zone, rules.adoption_window_days));
    return fc.tuple(accounts, people).chain(([accounts, [contacts, users]]) => {
      const sold = names.map((name) => oneIn(2, subscriptionOf(name, `${name}-s`, zone)));
      return fc
        .record({
          subscriptions: fc.tuple(...sold).map((drawn) => drawn.filter((one) => one !== null)),
          discounts: discountsOf(`${prefix}-a0-s`, zone),
          pauses: pausesOf(`${prefix}-a0-s`, zone),
          responses: responsesOf(prefix, names, contacts, zone),
          cases: ticketsOf(prefix, names, zone, rules.fcr_window_days),
          usage: usageOf(names, users, zone),
          milestones: milestonesOf(accounts, zone, rules.value_within_days),
          offers: offersOf(prefix, names, zone, rules.offer_window_days),
          referrals: referralsOf(prefix, names, zone),
          costs: costsOf(prefix, names),
          contracts: contractsOf(prefix, names, rules.renewal_grace_days),
          purchases: purchasesOf(prefix, names, zone),
        })
        .map(({ cases, discounts, pauses, ...drawn }) => ({
          ...drawn,
          rules,
          rates: [],
          accounts,
          contacts,
          users,
          discounts: drawn.subscriptions.some(({ externalId }) => externalId === `${prefix}-a0-s`) ? discounts : [],
          pauses: drawn.subscriptions.some(({ externalId }) => externalId === `${prefix}-a0-s`) ? pauses : [],
          tickets: cases.map(({ ticket }) => ticket),
          ticketEvents: cases.flatMap(({ events }) => events),
        }));
    });
  });
}

/** Several books on one shelf. */
export function together(all: readonly Life[], rules: LifeRules): Life {
  const of = <Key extends Exclude<keyof Life, "rules">>(key: Key) => all.flatMap((one) => [...one[key]] as Life[Key][number][]);
  return {
    rules,
    rates: [],
    accounts: of("accounts"),
    subscriptions: of("subscriptions"),
    discounts: of("discounts"),
    pauses: of("pauses"),
    contacts: of("contacts"),
    responses: of("responses"),
    tickets: of("tickets"),
    ticketEvents: of("ticketEvents"),
    users: of("users"),
    usage: of("usage"),
    milestones: of("milestones"),
    offers: of("offers"),
    referrals: of("referrals"),
    costs: of("costs"),
    contracts: of("contracts"),
    purchases: of("purchases"),
  };
}
