import fc from "fast-check";
import { addDays } from "@/lib/kernel/period";
import { instantIn, MONTHS, oneIn } from "./generate";
import type { Contract, Purchase } from "./life";

/** Contracts due at the edges of months, renewed early, in their grace or after it, for more or less and another term, declined, or left open. */
export function contractsOf(prefix: string, accounts: readonly string[], grace: number): fc.Arbitrary<Contract[]> {
  const away = fc.constantFrom(-20, -1, 0, 1, grace - 1, grace, grace + 1, grace + 40);
  const one = fc
    .record({
      account: fc.constantFrom(...accounts),
      month: fc.constantFrom(...MONTHS),
      day: fc.constantFrom(-1, 0, 1, 14),
      value: fc.constantFrom(0n, 1200n, 100_000n, 240_000n),
      termMonths: fc.constantFrom(12n, 12n, 24n, 1n),
      currency: fc.constantFrom("USD", "USD", "USD", "USD", "EUR"),
      renewed: fc.option(away),
      renewedValue: fc.constantFrom(null, 1300n, 90_000n, 300_000n),
      renewedTermMonths: fc.constantFrom(null, 12n, 36n),
      declined: oneIn(3, away),
    })
    .map(({ month, day, renewed, declined, ...terms }) => {
      const dueOn = addDays(`${month}-01`, day);
      return {
        ...terms,
        dueOn,
        renewedOn: renewed === null ? null : addDays(dueOn, renewed),
        declinedOn: renewed === null && declined !== null ? addDays(dueOn, declined) : null,
      };
    });
  return fc.array(one, { maxLength: 4 }).map((drawn) => drawn.map((row, place) => ({ externalId: `${prefix}-n${place}`, ...row })));
}

/** One-off sales. */
export function purchasesOf(prefix: string, accounts: readonly string[], zone: string): fc.Arbitrary<Purchase[]> {
  const one = fc.record({
    account: fc.constantFrom(...accounts),
    at: instantIn(zone),
    amount: fc.constantFrom(0n, 999n, 5000n, 30_000n),
    currency: fc.constantFrom("USD", "USD", "USD", "EUR"),
  });
  return fc.array(one, { maxLength: 4 }).map((drawn) => drawn.map((row, place) => ({ externalId: `${prefix}-p${place}`, ...row })));
}
