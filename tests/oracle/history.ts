import fc from "fast-check";
import { bookOf } from "./generate-life";
import type { Life, LifeRules, Referral, Ticket, TicketEvent } from "./life";
import { after, type Happening, NAMED, UNNAMED } from "./live";

export type History = { readonly book: Life; readonly happenings: readonly Happening[]; readonly end: Life };

/** A book and what becomes of it: rows of a second book of the same names come late or restate the first's; others go, and accounts become one. */
export function historyOf(prefix: string, rules: LifeRules): fc.Arbitrary<History> {
  return fc.tuple(bookOf(prefix, rules), bookOf(prefix, rules)).chain(([first, second]) => {
    const [book, late] = [first, second].map((one) => ({ ...one, referrals: one.referrals.map(ofSomebody) }));
    if (book === undefined || late === undefined) throw new Error("two books were drawn");
    const puts: Happening[] = [...NAMED, ...UNNAMED].flatMap((kind) =>
      late[kind].map((row) => ({ act: "put" as const, rows: { [kind]: [row] } })),
    );
    const drops: Happening[] = ([...NAMED, "accounts"] as const).flatMap((kind) =>
      book[kind].map(({ externalId }) => ({ act: "drop" as const, kind, externalId })),
    );
    const names = book.accounts.map(({ externalId }) => externalId);
    const merges: Happening[] = names.flatMap((from) => names.map((into) => ({ act: "merge" as const, from, into })));
    const files: Happening[] = late.usage.slice(0, 2).map((row, place) => ({ act: "file", use: { ...row, count: BigInt(11 + place) } }));
    const undos: Happening[] = files.flatMap((one) => (one.act === "file" ? [{ act: "undo" as const, use: one.use }] : []));
    const mistakes: Happening[] = late.offers.map((offer) => ({ act: "mistake", offer }));
    const drawn = [puts, puts, drops, merges, files, undos, undos, undos, mistakes]
      .filter((some) => some.length > 0)
      .map((some) => fc.constantFrom(...some));
    return fc.array(fc.oneof(...drawn), { minLength: 1, maxLength: 8 }).map((drawn) => lived(book, drawn));
  });
}

// Whether an account that two became told of itself is a question for another test.
function ofSomebody(one: Referral): Referral {
  return { ...one, referredAccount: null };
}

// Drawn without knowing of one another: those that name what is gone by then, or is there already, are left out.
function lived(book: Life, drawn: readonly Happening[]): History {
  const happenings: Happening[] = [];
  let now = book;
  for (const one of drawn) {
    if (!isPossible(now, one)) continue;
    happenings.push(one);
    now = after(now, one);
  }
  return { book, happenings, end: now };
}

function isPossible(now: Life, one: Happening): boolean {
  const has = (account: string | null) => account === null || now.accounts.some(({ externalId }) => externalId === account);
  switch (one.act) {
    case "put": {
      const [row] = Object.values(one.rows).flat();
      if (row === undefined) return false;
      if ("ticket" in row) return now.tickets.some((ticket) => isAfter(row, ticket)) && !isTold(now.ticketEvents, row);
      if ("createdAt" in row && now.ticketEvents.some((event) => event.ticket === row.externalId && !isAfter(event, row))) return false;
      if ("contact" in row && row.contact !== null && !now.contacts.some(({ externalId }) => externalId === row.contact)) return false;
      if ("feature" in row && isTold(now.usage, row)) return false;
      return has(row.account) && !("at" in row && "kind" in row && isTold(now.milestones, row));
    }
    case "drop":
      return now[one.kind].some(({ externalId }) => externalId === one.externalId) && (one.kind !== "accounts" || now.accounts.length > 1);
    case "merge":
      return one.from !== one.into && has(one.from) && has(one.into);
    case "file":
      return has(one.use.account) && !now.usage.some(({ count }) => count === one.use.count);
    case "undo":
      return now.usage.some(({ count }) => count === one.use.count);
    case "mistake":
      return has(one.offer.account);
  }
}

function isAfter({ ticket, at }: TicketEvent, { externalId, createdAt }: Ticket): boolean {
  return ticket === externalId && at >= createdAt;
}

function isTold<Row extends object>(rows: readonly Row[], row: Row): boolean {
  return rows.some((other) =>
    Object.entries(row).every(([key, value]) => String(Object.entries(other).find(([name]) => name === key)?.[1]) === String(value)),
  );
}
