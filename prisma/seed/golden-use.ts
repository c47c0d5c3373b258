import type { RowOf } from "@/lib/imports/registry";
import { day, id } from "./golden-records";

const LONG_AGO = "2023-06-15";
const BOARDS = "boards";
const REPORTS = "reports";

function user(
  name: string,
  account: string,
  signedUp: string,
  rest: { activated?: string; deleted?: string; entitlements?: string } = {},
): RowOf<"users"> {
  const { activated, deleted, entitlements } = rest;
  return {
    externalId: `${id(account)} ${name}`,
    account: id(account),
    signedUpAt: day(signedUp),
    activatedAt: activated === undefined ? undefined : day(activated),
    deletedAt: deleted === undefined ? undefined : day(deleted),
    entitlements,
  };
}

/** Lee may use boards alone; who has no list may use everything. */
export const users: RowOf<"users">[] = [
  user("ann", "Anchor", LONG_AGO, { activated: LONG_AGO }),
  user("abe", "Anchor", "2024-03-02", { activated: "2024-03-05" }),
  user("gus", "Grower", LONG_AGO, { activated: "2023-06-20" }),
  user("gia", "Grower", "2024-03-10"),
  user("gil", "Grower", "2024-03-20", { activated: "2024-04-08" }),
  user("lee", "Leaver", LONG_AGO, { activated: LONG_AGO, deleted: "2024-04-05", entitlements: BOARDS }),
  user("ute", "Euro", LONG_AGO, { activated: LONG_AGO, entitlements: `${BOARDS};${REPORTS}` }),
  user("pam", "Pauser", LONG_AGO, { activated: LONG_AGO, deleted: "2024-03-10", entitlements: BOARDS }),
  user("ray", "Returner", LONG_AGO, { activated: LONG_AGO, deleted: "2024-02-15" }),
];

function use(
  account: string,
  name: string | null,
  feature: string,
  on: string,
  count = 1n,
  rest: Partial<RowOf<"usage">> = {},
): RowOf<"usage"> {
  return { account: id(account), user: name === null ? null : `${id(account)} ${name}`, feature, at: day(`2024-${on}`), count, ...rest };
}

export const usage: RowOf<"usage">[] = [
  use("Anchor", "ann", BOARDS, "02-05"),
  use("Leaver", "lee", BOARDS, "02-06"),
  use("Leaver", "lee", BOARDS, "02-07"),
  use("Leaver", "lee", BOARDS, "02-08"),
  use("Anchor", "ann", BOARDS, "03-04", 1n, { durationSeconds: "600" }),
  use("Anchor", "ann", BOARDS, "03-05"),
  use("Anchor", "ann", BOARDS, "03-06"),
  use("Anchor", "ann", REPORTS, "03-06"),
  use("Anchor", "abe", BOARDS, "03-05", 3n),
  use("Grower", "gus", BOARDS, "03-04"),
  use("Grower", "gus", BOARDS, "03-11"),
  use("Grower", "gus", REPORTS, "03-11", 2n),
  use("Leaver", "lee", BOARDS, "03-04"),
  use("Euro", "ute", BOARDS, "03-12"),
  use("Euro", "ute", REPORTS, "03-12", 1n, { durationSeconds: "90.5", errors: 2n }),
  use("Shrinker", null, BOARDS, "03-07", 40n),
  use("Discounted", null, REPORTS, "03-08", 5n),
  use("Anchor", "ann", BOARDS, "04-02"),
  use("Grower", "gil", BOARDS, "04-09"),
];

const reached = (account: string, kind: string, on: string): RowOf<"milestones"> => ({ account: id(account), kind, at: day(on) });

/** Passer-by needs 6 days from 5 March, Trialist 15 from 10 February; Yearly's lies before its start, and nobody believes it. */
export const milestones: RowOf<"milestones">[] = [
  reached("Anchor", "kick_off", "2023-06-02"),
  reached("Anchor", "first_value", "2023-06-13"),
  reached("Grower", "first_value", "2023-07-01"),
  reached("Yearly", "first_value", "2024-01-18"),
  reached("Trialist", "first_value", "2024-02-25"),
  reached("Trialist", "go_live", "2024-03-12"),
  reached("Passer-by", "first_value", "2024-03-11"),
];

/**
 * March. Five were active: Ann on 3 days, Gus on 2, Abe, Lee and Ute on 1, of 31 each: 8 ÷ 155. Uses: 4 + 3 + 4 + 1 + 2 by them, 45 by nobody named.
 * Boards were open to all five and used by all, reports to all but Lee and used by Ann, Gus and Ute: 8 of 9. Abe, Gia and Gil are new, Abe began within two
 * weeks: 1 of 3; with Ann, Gus, Lee and Ute there were seven at the end.
 */
export const useValues = {
  "active-users": 5,
  "usage-events": 59,
  stickiness: 8 / 155,
  "feature-adoption-rate": 8 / 9,
  "product-adoption-rate": 1 / 3,
  "new-user-share": 3 / 7,
};
