import { partOf } from "./all";
import type { Life, Offer, Usage } from "./life";

/** What is known by a name, and can be told anew and taken back. */
export const NAMED = [
  "subscriptions",
  "contacts",
  "users",
  "tickets",
  "responses",
  "offers",
  "referrals",
  "costs",
  "contracts",
  "purchases",
] as const;
/** What is known by what it says. */
export const UNNAMED = ["ticketEvents", "usage", "milestones"] as const;

type Named = (typeof NAMED)[number];
type Unnamed = (typeof UNNAMED)[number];

/** Something that happens to the records of a company after they were first told. */
export type Happening =
  | { readonly act: "put"; readonly rows: Partial<Pick<Life, Named | Unnamed>> }
  | { readonly act: "drop"; readonly kind: Named | "accounts"; readonly externalId: string }
  | { readonly act: "merge"; readonly from: string; readonly into: string }
  /** A file of use comes in, and may be taken back later. */
  | { readonly act: "file"; readonly use: Usage }
  | { readonly act: "undo"; readonly use: Usage }
  /** A file restates an offer, and is taken back before anything else happens. */
  | { readonly act: "mistake"; readonly offer: Offer };

/** The company after it. */
export function after(now: Life, one: Happening): Life {
  switch (one.act) {
    case "put":
      return [...NAMED, ...UNNAMED].reduce((life, kind) => put(life, kind, one.rows[kind] ?? []), now);
    case "drop":
      return dropped(now, one.kind, one.externalId);
    case "merge":
      return merged(now, one.from, one.into);
    case "file":
      return { ...now, usage: [...now.usage, one.use] };
    case "undo":
      return { ...now, usage: now.usage.filter(({ count }) => count !== one.use.count) };
    case "mistake":
      return now;
  }
}

function put(now: Life, kind: Named | Unnamed, rows: readonly object[]): Life {
  const names = new Set(rows.flatMap((row) => ("externalId" in row ? [row.externalId] : [])));
  return { ...now, [kind]: [...now[kind].filter((row) => !("externalId" in row && names.has(row.externalId))), ...rows] };
}

// What hangs on a record goes with it; an answer outlives whoever gave it.
function dropped(now: Life, kind: Named | "accounts", gone: string): Life {
  const life = { ...now, [kind]: now[kind].filter(({ externalId }) => externalId !== gone) };
  if (kind === "tickets") return { ...life, ticketEvents: now.ticketEvents.filter(({ ticket }) => ticket !== gone) };
  if (kind === "contacts") {
    const owner = now.contacts.find(({ externalId }) => externalId === gone)?.account ?? null;
    return {
      ...life,
      responses: now.responses.map((one) => (one.contact === gone ? { ...one, contact: null, account: one.account ?? owner } : one)),
    };
  }
  if (kind === "subscriptions") {
    const stays = ({ subscription }: { readonly subscription: string }) => subscription !== gone;
    return { ...life, discounts: now.discounts.filter(stays), pauses: now.pauses.filter(stays) };
  }
  return kind === "accounts" ? partOf(now, (account) => account !== gone) : life;
}

// All of the one is the other's from now on; a milestone both had reached is one.
function merged(now: Life, from: string, into: string): Life {
  const moved = <Row extends { readonly account: string | null }>(rows: readonly Row[]) =>
    rows.map((row) => (row.account === from ? { ...row, account: into } : row));
  return {
    ...now,
    accounts: now.accounts.filter(({ externalId }) => externalId !== from),
    subscriptions: moved(now.subscriptions),
    contacts: moved(now.contacts),
    responses: moved(now.responses),
    tickets: moved(now.tickets),
    users: moved(now.users),
    usage: moved(now.usage),
    milestones: moved(now.milestones).filter(
      ({ account, kind, at }, place, all) =>
        !all.slice(0, place).some((other) => other.account === account && other.kind === kind && other.at.getTime() === at.getTime()),
    ),
    offers: moved(now.offers),
    referrals: moved(now.referrals),
    costs: moved(now.costs),
    contracts: moved(now.contracts),
    purchases: moved(now.purchases),
  };
}
