import { CostRecord } from "@/lib/costs/schema";
import { defineKind, optional, required } from "@/lib/imports/kind";

export const costs = defineKind({
  name: "costs",
  table: "cost",
  record: CostRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    month: required("month", "month"),
    amount: required("minor", "amount"),
    currency: { ...optional("word", "currency"), fallback: "workspace-currency" },
    category: optional("text", "category"),
    account: optional("key", "account_id"),
  },
  example: {
    externalId: "E-1001",
    month: "2026-01",
    amount: "950000",
    category: "support",
  },
});
