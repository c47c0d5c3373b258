import fc from "fast-check";
import { instantIn, MONTHS, oneIn } from "./generate";
import { gap } from "./generate-support";
import type { Cost, Milestone, Offer, Referral, StartedAccount } from "./life";

/** First values of accounts, at the instant they started, in time and too late, one before its start; and another milestone. */
export function milestonesOf(accounts: readonly StartedAccount[], zone: string, window: number): fc.Arbitrary<Milestone[]> {
  const some = accounts.map(({ externalId: account, startedAt }) =>
    fc
      .array(
        fc.tuple(
          fc.constantFrom("first_value", "first_value", "went_live"),
          fc.oneof(fc.constantFrom(0, -1), gap(window)),
          instantIn(zone),
        ),
        {
          maxLength: 2,
        },
      )
      .map((drawn) =>
        drawn.map(([kind, later, any]) => ({ account, kind, at: startedAt === null ? any : new Date(startedAt.getTime() + later) })),
      ),
  );
  return fc.tuple(...some).map((lists) => lists.flat().filter(isFirst));
}

function isFirst({ account, kind, at }: Milestone, place: number, all: readonly Milestone[]): boolean {
  return !all.slice(0, place).some((other) => other.account === account && other.kind === kind && other.at.getTime() === at.getTime());
}

/** Offers taken within the window, after it, at its very end, declined, left open, and one that was taken before it was made. */
export function offersOf(prefix: string, accounts: readonly string[], zone: string, window: number): fc.Arbitrary<Offer[]> {
  const one = fc.record({
    account: fc.constantFrom(...accounts),
    kind: fc.constantFrom("upsell" as const, "cross_sell" as const),
    presentedAt: instantIn(zone),
    accepted: fc.option(fc.oneof(fc.constantFrom(0, -1), gap(window))),
    declined: oneIn(4, gap(window)),
  });
  return fc.array(one, { maxLength: 5 }).map((drawn) =>
    drawn.map(({ accepted, declined, ...offer }, place) => ({
      externalId: `${prefix}-o${place}`,
      ...offer,
      acceptedAt: later(offer.presentedAt, accepted),
      declinedAt: accepted === null ? later(offer.presentedAt, declined) : null,
    })),
  );
}

/** Referrals of others, of nobody in particular, and of oneself. */
export function referralsOf(prefix: string, accounts: readonly string[], zone: string): fc.Arbitrary<Referral[]> {
  const one = fc.constantFrom(...accounts).chain((account) =>
    fc.record({
      account: fc.constant(account),
      referredAt: instantIn(zone),
      referredAccount: fc.constantFrom(null, "somebody", account, ...accounts),
    }),
  );
  return fc.array(one, { maxLength: 4 }).map((drawn) => drawn.map((row, place) => ({ externalId: `${prefix}-f${place}`, ...row })));
}

/** Costs of keeping customers and of winning them, in currencies with a rate and without, of one account or of all. */
export function costsOf(prefix: string, accounts: readonly string[]): fc.Arbitrary<Cost[]> {
  const one = fc.record({
    month: fc.constantFrom(...MONTHS).map((month) => `${month}-01`),
    amount: fc.bigInt({ min: 0n, max: 1_000_000n }),
    currency: fc.constantFrom("USD", "USD", "USD", "USD", "EUR"),
    category: fc.constantFrom(
      "success",
      "support",
      "onboarding",
      "training",
      "loyalty",
      "retention",
      "acquisition",
      "sales",
      "marketing",
      "rent",
      null,
    ),
    account: fc.constantFrom(null, ...accounts),
  });
  return fc.array(one, { maxLength: 4 }).map((drawn) => drawn.map((row, place) => ({ externalId: `${prefix}-k${place}`, ...row })));
}

function later(at: Date, by: number | null): Date | null {
  return by === null ? null : new Date(at.getTime() + by);
}
