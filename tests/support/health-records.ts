import fc from "fast-check";
import { addDays } from "@/lib/kernel/period";
import type { Scope } from "@/lib/platform/scope";
import { felt, touched } from "@/tests/support/health";
import { importText } from "@/tests/support/import";

const FIRST = "2023-09-01";
const DAYS = 300;
const ACCOUNTS = ["a", "b", "c", "d", "e"];

type Row = Record<string, string | number | boolean | undefined>;

const account = fc.constantFrom(...ACCOUNTS);
const date = fc.integer({ min: 0, max: DAYS }).map((days) => addDays(FIRST, days));
const instant = fc.tuple(date, fc.integer({ min: 0, max: 23 })).map(([day, hour]) => `${day}T${String(hour).padStart(2, "0")}:30:00Z`);
const perhaps = <T>(value: fc.Arbitrary<T>, freq = 1) => fc.option(value, { nil: undefined, freq });
const later = (from: string, days: number | undefined) => (days === undefined ? undefined : addDays(from, days));
const after = fc.integer({ min: 0, max: 120 });

const subscription = fc
  .record({
    account,
    startedAt: date,
    endedAt: perhaps(after),
    canceledAt: perhaps(after),
    pastDueSince: perhaps(after),
    unpaidFrom: perhaps(after),
    interval: fc.constantFrom("month", "year"),
    seats: perhaps(fc.integer({ min: 0, max: 9 }), 4),
    renewsAt: perhaps(date),
  })
  .map((row) => ({
    ...row,
    amount: 100,
    endedAt: later(row.startedAt, row.endedAt),
    canceledAt: later(row.startedAt, row.canceledAt),
    pastDueSince: later(row.startedAt, row.pastDueSince),
    unpaidFrom: later(row.startedAt, row.unpaidFrom),
  }));

const contract = fc
  .record({
    account,
    dueOn: date,
    termMonths: fc.constantFrom(1, 6, 12),
    renewedOn: perhaps(date),
    renewedTermMonths: perhaps(fc.constantFrom(6, 12)),
    declinedOn: perhaps(date),
  })
  .map((row) => ({ ...row, value: 1_000 }));

const ticket = fc
  .record({
    account,
    createdAt: date,
    solvedAt: perhaps(after),
    resolutionHours: perhaps(fc.integer({ min: 1, max: 900 })),
    status: perhaps(fc.constantFrom("open", "solved", "closed")),
    satisfaction: perhaps(fc.integer({ min: 1, max: 5 }), 2),
    reopens: perhaps(fc.integer({ min: 0, max: 2 })),
    escalated: fc.boolean(),
  })
  .map((row) => ({ ...row, solvedAt: later(row.createdAt, row.solvedAt) }));

const answer = fc.record({
  account,
  kind: fc.constantFrom("nps", "csat", "ces"),
  score: fc.integer({ min: 1, max: 5 }),
  answeredAt: instant,
});
const use = fc.record({
  account,
  user: perhaps(fc.constantFrom("ana", "ben"), 4),
  feature: fc.constantFrom("x", "y", "z"),
  at: instant,
  count: fc.integer({ min: 0, max: 9 }),
});
const touch = fc.record({ type: fc.constantFrom("call" as const, "mail" as const, "note" as const), at: instant, account });
const pulse = fc.record({ rating: fc.integer({ min: 1, max: 5 }), at: instant, account });

/** Fills a workspace with records of every kind that health knows, the same for the same seed, over 300 days from September 2023. */
export async function anyRecords(scope: Scope, seed: number): Promise<void> {
  const some = <T>(arbitrary: fc.Arbitrary<T>, count: number) => fc.sample(arbitrary, { seed, numRuns: count });
  const keyed = (rows: readonly Row[]) => rows.map((row, place): Row => ({ externalId: `r${place}`, ...row }));
  const tickets = keyed(some(ticket, 40));
  const events = some(fc.record({ place: fc.nat({ max: 39 }), type: fc.constantFrom("solved", "reopened"), days: after }), 40);
  await load(
    scope,
    "accounts",
    ACCOUNTS.map((externalId, place) => ({ externalId, name: externalId, seats: place, startedAt: place < 2 ? FIRST : undefined })),
  );
  await load(scope, "subscriptions", keyed(some(subscription, 10)));
  await load(scope, "contracts", keyed(some(contract, 8)));
  await load(scope, "tickets", tickets);
  await load(
    scope,
    "ticket-events",
    events.map(({ place, type, days }) => ({ ticket: `r${place}`, type, at: later(String(tickets[place]?.createdAt), days) })),
  );
  await load(scope, "survey-responses", keyed(some(answer, 30)));
  await load(scope, "usage", some(use, 250));
  for (const { type, at, account } of some(touch, 15)) await touched(scope, type, at, account);
  for (const { rating, at, account } of some(pulse, 10)) await felt(scope, rating, at, account);
}

async function load(scope: Scope, kind: string, rows: readonly Row[]): Promise<void> {
  const header = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const { rejected } = await importText(
    scope,
    kind,
    `${[header, ...rows.map((row) => header.map((name) => row[name] ?? ""))].map((cells) => cells.join(",")).join("\n")}\n`,
  );
  if (rejected > 0) throw new Error(`${rejected} ${kind} were refused`);
}
