import { defineKind, optional, required } from "@/lib/imports/kind";
import { UsageRecord } from "@/lib/usage/schema";

export const usage = defineKind({
  name: "usage",
  table: "usage_event",
  record: UsageRecord,
  counted: true,
  either: ["account", "subscription"],
  references: [
    { field: "account", to: "accounts", column: "account_id" },
    { field: "subscription", to: "subscriptions", lends: "account_id" },
  ],
  fields: {
    externalId: optional("key", "external_id"),
    account: optional("key", "account_id"),
    subscription: optional("key", "subscription_id"),
    user: optional("text", "user_name"),
    feature: required("key", "feature"),
    at: required("instant", "at"),
    count: optional("whole", "count"),
    durationSeconds: optional("decimal", "duration_seconds"),
    errors: optional("whole", "errors"),
  },
  example: {
    account: "A-1001",
    user: "mina@acorn.example",
    feature: "reports",
    at: "2025-11-04",
    count: "12",
    durationSeconds: "840",
    errors: "0",
  },
});
