import fc from "fast-check";
import { instantIn, oneIn } from "./generate";
import { gap } from "./generate-support";
import type { Usage, User } from "./life";

/** People at the customers', some signed up, some active in time, some gone, some who may use only a part. */
export function usersOf(accounts: readonly string[], zone: string, window: number): fc.Arbitrary<User[]> {
  const some = accounts.map((account) =>
    fc
      .nat(3)
      .chain((count) => fc.tuple(...Array.from({ length: count }, (_, place) => userOf(account, `${account}-u${place}`, zone, window)))),
  );
  return fc.tuple(...some).map((lists) => lists.flat());
}

function userOf(account: string, externalId: string, zone: string, window: number): fc.Arbitrary<User> {
  return fc
    .record({
      signedUpAt: fc.oneof({ weight: 1, arbitrary: fc.constant(null) }, { weight: 7, arbitrary: instantIn(zone) }),
      activated: fc.option(fc.oneof(fc.constant(0), gap(window))),
      deletedAt: oneIn(4, instantIn(zone)),
      entitlements: fc.constantFrom(null, null, "x", "x;y", "z"),
    })
    .map(({ signedUpAt, activated, deletedAt, entitlements }) => ({
      externalId,
      account,
      signedUpAt,
      activatedAt: signedUpAt === null || activated === null ? null : new Date(signedUpAt.getTime() + activated),
      deletedAt: signedUpAt !== null && deletedAt !== null && deletedAt < signedUpAt ? null : deletedAt,
      entitlements,
    }));
}

/** Use by people who are known, by a name nobody knows, and by nobody. */
export function usageOf(accounts: readonly string[], users: readonly User[], zone: string): fc.Arbitrary<Usage[]> {
  const who = fc.constantFrom(
    ...users.flatMap(({ account, externalId }) => [
      { account, user: externalId },
      { account, user: externalId },
    ]),
    ...accounts.flatMap((account) => [
      { account, user: `${account}-ghost` },
      { account, user: null },
    ]),
  );
  const one = fc.tuple(who, fc.constantFrom("x", "x", "y", "z"), instantIn(zone), fc.constantFrom(1n, 1n, 1n, 2n, 5n, 0n));
  return fc.array(one, { maxLength: 12 }).map((drawn) => drawn.map(([by, feature, at, count]) => ({ ...by, feature, at, count })));
}
