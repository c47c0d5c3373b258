import fc from "fast-check";
import { instantIn, oneIn } from "./generate";
import type { Contact, Response } from "./life";

/** Up to two people at each account. */
export function contactsOf(accounts: readonly string[]): fc.Arbitrary<Contact[]> {
  const some = accounts.map((account) =>
    fc.nat(2).map((count) => Array.from({ length: count }, (_, place) => ({ externalId: `${account}-c${place}`, account }))),
  );
  return fc.tuple(...some).map((lists) => lists.flat());
}

const scored = fc.oneof(
  fc.record({ kind: fc.constant("nps" as const), scale: fc.constant(10n), score: score(0n, 10n) }),
  fc.record({ kind: fc.constant("csat" as const), scale: fc.constant(5n), score: score(1n, 5n) }),
  fc.record({ kind: fc.constant("ces" as const), scale: fc.constant(7n), score: score(1n, 7n) }),
  fc.record({ kind: fc.constant("ces" as const), scale: fc.constant(5n), score: score(1n, 5n) }),
);

function score(least: bigint, most: bigint): fc.Arbitrary<bigint | null> {
  return fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 6, arbitrary: fc.bigInt({ min: least, max: most }) });
}

/** Answers of contacts, several each; of nobody at an account; of nobody anywhere; and questions that stayed without one. */
export function responsesOf(
  prefix: string,
  accounts: readonly string[],
  contacts: readonly Contact[],
  zone: string,
): fc.Arbitrary<Response[]> {
  const nobody = { account: null, contact: null };
  const who = fc.constantFrom(
    nobody,
    ...accounts.map((account) => ({ account, contact: null })),
    ...contacts.flatMap(({ externalId, account }) => [
      { account, contact: externalId },
      { account: null, contact: externalId },
    ]),
  );
  const one = fc.tuple(scored, who, instantIn(zone));
  return fc
    .uniqueArray(one, {
      maxLength: 8,
      selector: ([{ kind }, { contact }, at]) => (contact === null ? {} : `${kind} ${contact} ${at.getTime()}`),
    })
    .map((drawn) => drawn.map(([asked, by, answeredAt], place) => ({ externalId: `${prefix}-r${place}`, ...asked, ...by, answeredAt })));
}

/** A satisfaction given with a ticket. */
export const satisfaction = oneIn(3, fc.bigInt({ min: 1n, max: 5n }));
