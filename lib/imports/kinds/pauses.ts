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
  example: {
    externalId: "P-1001",
    subscription: "S-1001",
    from: "2025-07-01",
    until: "2025-08-01",
  },
});
