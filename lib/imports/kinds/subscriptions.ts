import { defineKind, optional, required } from "@/lib/imports/kind";
import { SubscriptionRecord } from "@/lib/subscriptions/schema";

export const subscriptions = defineKind({
  name: "subscriptions",
  table: "subscription",
  record: SubscriptionRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    startedAt: required("instant", "started_at"),
    endedAt: optional("instant", "ended_at"),
    amount: required("minor", "amount"),
    currency: { ...optional("word", "currency"), fallback: "workspace-currency" },
    interval: required("word", "interval"),
    intervalCount: optional("whole", "interval_count"),
    quantity: optional("whole", "quantity"),
    plan: optional("text", "plan"),
    status: optional("word", "status"),
    trialEndsAt: optional("instant", "trial_ends_at"),
    pastDueSince: optional("instant", "past_due_since"),
    unpaidFrom: optional("instant", "unpaid_from"),
    canceledAt: optional("instant", "canceled_at"),
    churnReason: optional("text", "churn_reason"),
    seats: optional("whole", "seats"),
    renewsAt: optional("instant", "renews_at"),
    usageType: optional("text", "usage_type"),
  },
});
