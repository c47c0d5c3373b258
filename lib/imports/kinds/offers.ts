import { defineKind, optional, required } from "@/lib/imports/kind";
import { OfferRecord } from "@/lib/offers/schema";

export const offers = defineKind({
  name: "offers",
  table: "offer",
  record: OfferRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    kind: required("word", "kind"),
    presentedAt: required("instant", "presented_at"),
    acceptedAt: optional("instant", "accepted_at"),
    declinedAt: optional("instant", "declined_at"),
    value: optional("minor", "value"),
    currency: { ...optional("word", "currency"), fallback: "workspace-currency" },
  },
  example: {
    externalId: "O-1001",
    account: "A-1001",
    kind: "upsell",
    presentedAt: "2025-09-01",
    acceptedAt: "2025-09-12",
    value: "120000",
  },
});
