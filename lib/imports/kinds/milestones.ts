import { defineKind, required } from "@/lib/imports/kind";
import { MilestoneRecord } from "@/lib/usage/schema";

export const milestones = defineKind({
  name: "milestones",
  table: "milestone",
  record: MilestoneRecord,
  identity: ["account_id", "kind", "at"],
  natural: ["account", "kind", "at"],
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    account: required("key", "account_id"),
    kind: required("key", "kind"),
    at: required("instant", "at"),
  },
  example: {
    account: "A-1001",
    kind: "first_value",
    at: "2025-02-20",
  },
});
