import { defineKind, optional, required } from "@/lib/imports/kind";
import { ReferralRecord } from "@/lib/offers/schema";

export const referrals = defineKind({
  name: "referrals",
  table: "referral",
  record: ReferralRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    referredAt: required("instant", "referred_at"),
    referredAccount: optional("text", "referred_account"),
    convertedAt: optional("instant", "converted_at"),
  },
  example: {
    externalId: "R-1001",
    account: "A-1001",
    referredAt: "2025-10-01",
    referredAccount: "Birch Books",
    convertedAt: "2025-11-15",
  },
});
