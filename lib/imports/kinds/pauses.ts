import { defineKind, optional, required } from "@/lib/imports/kind";
import { PauseRecord } from "@/lib/subscriptions/schema";

export const pauses = defineKind({
  name: "pauses",
  table: "pause",
  record: PauseRecord,
  references: [{ field: "subscription", to: "subscriptions", column: "subscription_id" }],
  natural: ["subscription", "from"],
  fields: {
    externalId: optional("key", "external_id"),
    subscription: required("key", "subscription_id"),
    from: required("instant", "from_at"),
    until: optional("instant", "until_at"),
  },
});
