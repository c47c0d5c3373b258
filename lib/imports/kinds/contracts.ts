import { defineKind, optional, required } from "@/lib/imports/kind";
import { ContractRecord } from "@/lib/subscriptions/schema";

export const contracts = defineKind({
  name: "contracts",
  table: "contract",
  record: ContractRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    dueOn: required("day", "due_on"),
    value: required("minor", "value"),
    termMonths: optional("whole", "term_months"),
    currency: { ...optional("word", "currency"), fallback: "workspace-currency" },
    renewedOn: optional("day", "renewed_on"),
    renewedValue: optional("minor", "renewed_value"),
    renewedTermMonths: optional("whole", "renewed_term_months"),
    declinedOn: optional("day", "declined_on"),
  },
  example: {
    externalId: "K-1001",
    account: "A-1001",
    dueOn: "2026-02-01",
    value: "588000",
    termMonths: "12",
  },
});
