import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { loadRecords } from "@/lib/imports/load";
import { mergeAccounts } from "@/lib/imports/merge";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { addMonths } from "@/lib/kernel/period";
import { checkRebuild } from "@/lib/ledger/rebuild";
import { refresh } from "@/lib/ledger/refresh";
import { readMetrics } from "@/lib/metrics/read";
import type { Readings } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import type { Book } from "@/tests/oracle/book";
import { midnight } from "@/tests/oracle/clock";
import { applied, type Edit, edits } from "@/tests/oracle/edit";
import { book as books, SPAN } from "@/tests/oracle/generate";
import { movements } from "@/tests/oracle/movement";
import { type Rational, toNumber } from "@/tests/oracle/rational";
import { bridge, customers, rates } from "@/tests/oracle/totals";
import { testDatabase } from "@/tests/support/database";
import { newWorkspace } from "@/tests/support/workspace";

const SOURCE = "generated";
const SEED = Number(process.env.SEED ?? 20_261_121);
const BOOKS = Number(process.env.BOOKS ?? 25);
const asOf = new Date("2027-06-01T00:00:00Z");

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

const histories = books.chain((book) =>
  fc.record({ book: fc.constant(book), edits: edits(book), refreshed: fc.array(fc.boolean(), { minLength: 6, maxLength: 6 }) }),
);

test(`after any history every number is the oracle's, and deriving it again changes nothing (seed ${SEED}, ${BOOKS} books)`, {
  timeout: 900_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ book, edits, refreshed }) => {
      const scope = await newWorkspace(book.rules);
      await tell(scope, book);
      await refresh(scope);
      let now = book;
      for (const [place, edit] of edits.entries()) {
        await happen(scope, edit);
        now = applied(now, edit);
        if (refreshed[place]) await refresh(scope);
      }
      expect(Object.entries((await checkRebuild(scope)).tables).filter(([, { different }]) => different > 0)).toEqual([]);
      for (const period of periods()) await agree(scope, now, period);
    }),
    { seed: SEED, numRuns: BOOKS, endOnFailure: true },
  );
});

function periods(): { name: string; start: string; end: string }[] {
  const months: { name: string; start: string; end: string }[] = [];
  for (let start: string = SPAN.start; start < SPAN.end; start = addMonths(start, 1))
    months.push({ name: start.slice(0, 7), start, end: addMonths(start, 1) });
  return [...months, { name: "2024-Q2", start: "2024-04-01", end: "2024-07-01" }, { name: "2024", start: "2024-01-01", end: "2025-01-01" }];
}

async function agree(scope: Scope, book: Book, { name, start, end }: { name: string; start: string; end: string }): Promise<void> {
  const read = await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, { period: name, asOf }), "read");
  const moved = movements(book, midnight(start, book.rules.timeZone), midnight(end, book.rules.timeZone));
  const count = customers(moved);
  const { details } = found(read, "customer-churn-rate");
  expect({
    opening: details.openingCustomers,
    closing: details.closingCustomers,
    new: details.newCustomers,
    reactivated: details.reactivatedCustomers,
    lost: details.lostCustomers,
    intraPeriod: details.intraPeriodCustomers,
  }).toEqual(count);
  const share = rates(moved);
  for (const [id, exact] of [
    ["customer-churn-rate", share.customerChurn],
    ["customer-retention-rate", share.customerRetention],
    ["net-customer-change", share.netCustomerChange],
  ] as const) {
    same(`${id} of ${name}`, found(read, id).value, exact);
  }
  for (const [id, exact] of [
    ["gross-mrr-churn-rate", share.grossChurn],
    ["net-mrr-churn-rate", share.netChurn],
    ["expansion-mrr-rate", share.expansion],
    ["gross-revenue-retention", share.grossRetention],
    ["net-revenue-retention", share.netRetention],
  ] as const) {
    same(`${id} of ${name}`, found(read, id).value, exact);
  }
  const money = bridge(moved);
  if (money === null) return;
  for (const [detail, exact] of [
    ["opening", money.opening],
    ["new", money.new],
    ["reactivated", money.reactivation],
    ["expansion", money.expansion],
    ["contraction", money.contraction],
    ["churned", money.churn],
    ["fxImpact", money.fxImpact],
    ["closing", money.closing],
  ] as const) {
    same(`${detail} of ${name}`, details[detail] ?? null, exact);
  }
  same(`mrr of ${name}`, found(read, "mrr").value, money.closing);
}

function found({ metrics }: Readings, id: string) {
  const reading = metrics.find((metric) => metric.id === id);
  if (reading === undefined) throw new Error(`${id} was not read`);
  return reading;
}

function same(what: string, value: number | null, exact: Rational | null): void {
  if (value === null || exact === null) expect([what, value]).toEqual([what, exact]);
  else
    expect(Math.abs(value - toNumber(exact)), `${what}: ${value} is not ${toNumber(exact)}`).toBeLessThanOrEqual(
      1e-6 * Math.max(1, Math.abs(value)),
    );
}

async function tell(scope: Scope, { rules, accounts, subscriptions, discounts, pauses, rates }: Book): Promise<void> {
  await changeSettings(scope, texts(rules));
  await loadRecords(scope, "accounts", SOURCE, accounts);
  await loadRecords(scope, "subscriptions", SOURCE, subscriptions);
  await loadRecords(scope, "discounts", SOURCE, discounts);
  await loadRecords(scope, "pauses", SOURCE, pauses);
  await loadRecords(scope, "exchange-rates", SOURCE, rates);
}

async function happen(scope: Scope, edit: Edit): Promise<void> {
  switch (edit.kind) {
    case "put":
      await loadRecords(scope, "subscriptions", SOURCE, [edit.subscription]);
      return;
    case "drop":
      await removeRecord(scope, findKind("subscriptions"), { source: SOURCE, externalId: edit.subscription });
      return;
    case "rate":
      await loadRecords(scope, "exchange-rates", SOURCE, [edit.rate]);
      return;
    case "merge":
      await mergeAccounts(scope, { from: edit.from, into: edit.into });
      return;
    case "set":
      await changeSettings(scope, texts(edit.rules));
  }
}

function texts(rules: Pick<Book["rules"], "past_due_grace_days" | "discount_policy" | "churn_recognition">): Record<string, string> {
  return {
    past_due_grace_days: rules.past_due_grace_days === null ? "none" : String(rules.past_due_grace_days),
    discount_policy: rules.discount_policy,
    churn_recognition: rules.churn_recognition,
  };
}
