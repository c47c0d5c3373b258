import { showFull, type Writing } from "@/components/metric/show";
import type { RowsFace } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

/** What a row of each relation is called. */
export const THINGS: Record<RowsFace["counted"], { one: string; many: string }> = {
  account: { one: "account", many: "accounts" },
  movement: { one: "movement", many: "movements" },
  contract: { one: "contract", many: "contracts" },
  ticket: { one: "ticket", many: "tickets" },
  answer: { one: "answer", many: "answers" },
  user: { one: "user", many: "users" },
  feature: { one: "account and feature", many: "accounts and features" },
  offer: { one: "offer", many: "offers" },
  purchase: { one: "purchase", many: "purchases" },
  "cost or account": { one: "cost or account", many: "costs and accounts" },
};

/** Few enough that the figure may well be chance. */
const FEW = 30;

/** What a figure stands on: how many rows, the range it may really lie in where they are few, or the rate that is missing. */
export function rowWords({ rows, interval, missingRates }: Reading, writing: Writing, counted: RowsFace["counted"]): string {
  if (missingRates?.length) return `no exchange rate yet for ${missingRates.join(", ")}`;
  if (rows === 0) return "nothing to count yet";
  const things = THINGS[counted];
  const words = `from ${rows.toLocaleString("en-US")} ${rows === 1 ? things.one : things.many}`;
  return interval !== null && rows < FEW
    ? `${words}; likely ${showFull(interval[0], writing)} to ${showFull(interval[1], writing)}`
    : words;
}
