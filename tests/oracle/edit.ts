import fc from "fast-check";
import type { Book, Rate, Rules, Subscription } from "./book";
import { rate, subscriptionOf } from "./generate";

/** Something that happens to the records after they were first told. */
export type Edit =
  /** A late or restated row: new, or with the id of one that is there, which it then replaces. */
  | { readonly kind: "put"; readonly subscription: Subscription }
  | { readonly kind: "drop"; readonly subscription: string }
  | { readonly kind: "rate"; readonly rate: Rate }
  | { readonly kind: "merge"; readonly from: string; readonly into: string }
  | { readonly kind: "set"; readonly rules: Pick<Rules, "past_due_grace_days" | "discount_policy" | "churn_recognition"> };

/** Up to six edits of a book, in the order they happen. An account merged away is never named again. */
export function edits(book: Book): fc.Arbitrary<Edit[]> {
  const zone = book.rules.timeZone;
  const accounts = book.accounts.map(({ externalId }) => externalId);
  const known = [...book.subscriptions.map(({ externalId }) => externalId), "late-1", "late-2"];
  const put = fc.tuple(fc.constantFrom(...accounts), fc.constantFrom(...known)).chain(([account, id]) => subscriptionOf(account, id, zone));
  const one: fc.Arbitrary<Edit> = fc.oneof(
    { weight: 4, arbitrary: put.map((subscription) => ({ kind: "put" as const, subscription })) },
    { weight: 2, arbitrary: fc.constantFrom(...known).map((subscription) => ({ kind: "drop" as const, subscription })) },
    { weight: 1, arbitrary: rate.map((rate) => ({ kind: "rate" as const, rate })) },
    {
      weight: 1,
      arbitrary: fc
        .tuple(fc.constantFrom(...accounts), fc.constantFrom(...accounts))
        .map(([from, into]) => ({ kind: "merge" as const, from, into })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({
          past_due_grace_days: fc.constantFrom(null, 1, 30),
          discount_policy: fc.constantFrom("recurring" as const, "forever_only" as const),
          churn_recognition: fc.constantFrom("service_end" as const, "at_cancel_request" as const),
        })
        .map((rules) => ({ kind: "set" as const, rules })),
    },
  );
  return fc.array(one, { minLength: 1, maxLength: 6 }).map((drawn) => possible(book, drawn));
}

/** The book after an edit. A dropped subscription takes its discounts and pauses along; a merged account leaves its rows to the other. */
export function applied(book: Book, edit: Edit): Book {
  switch (edit.kind) {
    case "put":
      return {
        ...book,
        subscriptions: [...book.subscriptions.filter(({ externalId }) => externalId !== edit.subscription.externalId), edit.subscription],
      };
    case "drop": {
      const stays = ({ subscription }: { subscription: string }) => subscription !== edit.subscription;
      const subscriptions = book.subscriptions.filter(({ externalId }) => externalId !== edit.subscription);
      return { ...book, subscriptions, discounts: book.discounts.filter(stays), pauses: book.pauses.filter(stays) };
    }
    case "rate": {
      const others = book.rates.filter(({ currency, month }) => currency !== edit.rate.currency || month !== edit.rate.month);
      return { ...book, rates: [...others, edit.rate] };
    }
    case "merge":
      return {
        ...book,
        accounts: book.accounts.filter(({ externalId }) => externalId !== edit.from),
        subscriptions: book.subscriptions.map((one) => (one.account === edit.from ? { ...one, account: edit.into } : one)),
      };
    case "set":
      return { ...book, rules: { ...book.rules, ...edit.rules } };
  }
}

// Drawn without knowing of one another: those that name what is gone by then, or an account and itself, are left out.
function possible(book: Book, drawn: readonly Edit[]): Edit[] {
  const kept: Edit[] = [];
  let now = book;
  for (const edit of drawn) {
    const has = (account: string) => now.accounts.some(({ externalId }) => externalId === account);
    const isThere = (id: string) => now.subscriptions.some(({ externalId }) => externalId === id);
    if (edit.kind === "put" && !has(edit.subscription.account)) continue;
    if (edit.kind === "drop" && !isThere(edit.subscription)) continue;
    if (edit.kind === "merge" && (edit.from === edit.into || !has(edit.from) || !has(edit.into))) continue;
    kept.push(edit);
    now = applied(now, edit);
  }
  return kept;
}
