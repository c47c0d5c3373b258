import { defineKind, optional, required } from "@/lib/imports/kind";
import { PurchaseRecord } from "@/lib/offers/schema";

export const purchases = defineKind({
  name: "purchases",
  table: "purchase",
  record: PurchaseRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    at: required("instant", "at"),
    amount: required("minor", "amount"),
    currency: { ...optional("word", "currency"), fallback: "workspace-currency" },
  },
  example: {
    externalId: "B-1001",
    account: "A-1001",
    at: "2025-03-05",
    amount: "25000",
  },
});
