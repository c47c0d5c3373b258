import { expect, test } from "vitest";
import { AccountRecord, ContactRecord } from "@/lib/accounts/schema";
import { ContractRecord, DiscountRecord, ExchangeRateRecord, PauseRecord, SubscriptionRecord } from "@/lib/subscriptions/schema";
import { demo } from "./demo";
import { rowsOf } from "./rows";

const DAY = "2026-11-21";

function rows(day: string, seed?: string) {
  const { lives, calendar, rates } = demo(day, seed === undefined ? {} : { seed });
  return { ...rowsOf(lives, calendar), rates };
}

const text = (value: unknown) => JSON.stringify(value, (_, each) => (typeof each === "bigint" ? String(each) : each));

test("the same seed and day give the same workspace", () => {
  expect(text(rows(DAY))).toBe(text(rows(DAY)));
});

test("another seed gives another workspace, with the same stories in it", () => {
  const [one, other] = [rows(DAY), rows(DAY, "another")];
  expect(text(one.accounts)).not.toBe(text(other.accounts));
  const stories = (all: typeof one) => all.accounts.filter(({ externalId }) => externalId.startsWith("S-"));
  expect(text(stories(one))).toBe(text(stories(other)));
});

// A leap day, the ends of a year and of short months: the days on which counting months goes wrong.
test.each([DAY, "2024-02-29", "2025-12-31", "2026-01-01", "2026-03-31"])("on %s every row is a record an import would take", (day) => {
  const made = rows(day);
  for (const row of made.accounts) expect(AccountRecord.safeParse(row).error).toBeUndefined();
  for (const row of made.contacts) expect(ContactRecord.safeParse(row).error).toBeUndefined();
  for (const row of made.subscriptions) expect(SubscriptionRecord.safeParse(row).error).toBeUndefined();
  for (const row of made.discounts) expect(DiscountRecord.safeParse(row).error).toBeUndefined();
  for (const row of made.pauses) expect(PauseRecord.safeParse(row).error).toBeUndefined();
  for (const row of made.contracts) expect(ContractRecord.safeParse(row).error).toBeUndefined();
  for (const row of made.rates) expect(ExchangeRateRecord.safeParse(row).error).toBeUndefined();
});

test("four hundred accounts, no two with one name or one id", () => {
  const { accounts } = rows(DAY);
  expect(accounts).toHaveLength(400);
  expect(new Set(accounts.map(({ name }) => name)).size).toBe(400);
  expect(new Set(accounts.map(({ externalId }) => externalId)).size).toBe(400);
});

test("nothing happens after today but ends, terms and trials that are already agreed", () => {
  const { lives } = demo(DAY);
  for (const { startedOn, spells, terms, owners } of lives) {
    expect(startedOn <= DAY).toBe(true);
    for (const spell of spells) expect(spell.from <= DAY && (spell.canceledOn ?? DAY) <= DAY).toBe(true);
    for (const term of terms) expect((term.renewedOn ?? DAY) <= DAY && (term.declinedOn ?? DAY) <= DAY).toBe(true);
    for (const owner of owners) expect(!("from" in owner) || owner.from <= DAY).toBe(true);
  }
});

test("an account's stretches of the main subscription follow one another and never overlap", () => {
  for (const { spells } of demo(DAY).lives) {
    const seats = spells.filter(({ line }) => line === "seats");
    for (const [index, next] of seats.slice(1).entries()) expect(seats[index]?.until && seats[index].until <= next.from).toBe(true);
  }
});
