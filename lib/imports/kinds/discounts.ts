import { defineKind, optional, required } from "@/lib/imports/kind";
import { DiscountRecord } from "@/lib/subscriptions/schema";

export const discounts = defineKind({
  name: "discounts",
  table: "discount",
  record: DiscountRecord,
  references: [{ field: "subscription", to: "subscriptions", column: "subscription_id" }],
  natural: ["subscription", "type", "value", "startsAt"],
  fields: {
    externalId: optional("key", "external_id"),
    subscription: required("key", "subscription_id"),
    type: required("word", "type"),
    value: required("discount", "value"),
    duration: required("word", "duration"),
    startsAt: optional("instant", "starts_at"),
    endsAt: optional("instant", "ends_at"),
  },
  example: {
    externalId: "D-1001",
    subscription: "S-1001",
    type: "percent",
    value: "10",
    duration: "repeating",
    startsAt: "2025-02-01",
    endsAt: "2025-05-01",
  },
});
