import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadRecords } from "@/lib/imports/load";
import { refresh } from "@/lib/ledger/refresh";
import { closePool } from "@/lib/platform/pool";
import { testDatabase } from "@/tests/support/database";
import { rowsOf } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

const SEED = Number(process.env.SEED ?? 20_261_121);
const ACCOUNTS = 400;
const FIRST = Date.UTC(2024, 0, 1);
const DAY = 86_400_000;

const subscription = fc.record({
  from: fc.integer({ min: 0, max: 60 }),
  days: fc.option(fc.integer({ min: 0, max: 40 })),
  trial: fc.option(fc.integer({ min: -3, max: 15 }), { freq: 2 }),
  isTrialing: fc.boolean(),
  amount: fc.integer({ min: 0, max: 4 }),
  currency: fc.constantFrom("USD", "EUR", "JPY", "GBP"),
});
type Subscription = { from: number; days: number | null; trial: number | null; isTrialing: boolean; amount: number; currency: string };

// The euro is worth 2 dollars from February and half of one from March; the yen 3 dollars from March; nobody knows the pound.
function rate(currency: string, day: number): number | null {
  const february = 31;
  const march = 60;
  if (currency === "USD") return 1;
  if (currency === "EUR") return day >= march ? 0.5 : day >= february ? 2 : null;
  return currency === "JPY" && day >= march ? 3 : null;
}

/** The name of the largest on a day, told one against the other. */
function largest(all: readonly (Subscription & { name: string })[], day: number): string | null {
  const keys = all
    .filter(({ from }) => from <= day)
    .map((one) => {
      const until = one.days === null ? Number.POSITIVE_INFINITY : one.from + one.days;
      const runs = day < until;
      const trialUntil = one.trial === null ? (one.isTrialing ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY) : one.from + one.trial;
      const worth = rate(one.currency, day);
      const price = worth === null ? Number.NEGATIVE_INFINITY : one.amount * worth;
      return { name: one.name, key: [runs ? 1 : 0, runs && day < trialUntil ? 0 : 1, runs ? price : 0, until, one.from] };
    });
  keys.sort((a, b) => compare(b.key, a.key) || (a.name < b.name ? -1 : 1));
  return keys[0]?.name ?? null;
}

function compare(a: readonly number[], b: readonly number[]): number {
  const place = a.findIndex((value, index) => value !== b[index]);
  return place === -1 ? 0 : (a[place] ?? 0) < (b[place] ?? 0) ? -1 : 1;
}

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

test(`the plan is the largest subscription's at every moment one begins, turns into pay or ends (seed ${SEED}, ${ACCOUNTS} accounts)`, async () => {
  const books = fc
    .sample(fc.array(subscription, { minLength: 1, maxLength: 6 }), { seed: SEED, numRuns: ACCOUNTS })
    .map((book, n) => book.map((one: Subscription, k) => ({ ...one, account: `A${n}`, name: `A${n}-${k}` })));
  const scope = await newWorkspace({ timeZone: "UTC" });
  await loadRecords(
    scope,
    "accounts",
    "t",
    books.map((_, n) => ({ externalId: `A${n}`, name: "A" })),
  );
  await loadRecords(scope, "exchange-rates", "t", [
    { currency: "EUR", month: "2024-02-01", rate: "2" },
    { currency: "EUR", month: "2024-03-01", rate: "0.5" },
    { currency: "JPY", month: "2024-03-01", rate: "3" },
  ]);
  const at = (day: number) => new Date(FIRST + day * DAY);
  await loadRecords(
    scope,
    "subscriptions",
    "t",
    books.flat().map(({ name, account, from, days, trial, isTrialing, amount, currency }) => ({
      externalId: name,
      plan: name,
      account,
      startedAt: at(from),
      endedAt: days === null ? null : at(from + days),
      trialEndsAt: trial === null ? null : at(from + trial),
      status: isTrialing ? "trialing" : "active",
      amount: BigInt(amount),
      currency,
      interval: "month",
    })),
  );
  await refresh(scope, new Date("2026-01-01T00:00:00Z"));
  const spells = await rowsOf<{ account: string; day: number; plan: string | null }>(
    scope,
    `SELECT a.external_id AS account, (d.from_at::date - '2024-01-01'::date)::int AS day, d.plan FROM app.account_dimension d
     JOIN app.account a ON a.id = d.account_id WHERE d.from_at > '-infinity' ORDER BY 1, 2`,
  );
  for (const book of books) {
    const edges = book.flatMap(({ from, days, trial }) => [from, from + (days ?? 0), from + Math.max(0, trial ?? 0)]);
    let before: string | null = null;
    const expected: { account: string; day: number; plan: string | null }[] = [];
    for (const day of [...new Set(edges)].sort((a, b) => a - b)) {
      const plan = largest(book, day);
      if (plan !== before) expected.push({ account: book[0]?.account ?? "", day, plan });
      before = plan;
    }
    expect({ book, spells: spells.filter(({ account }) => account === book[0]?.account) }).toEqual({ book, spells: expected });
  }
});
