import { defineKind, optional, required } from "@/lib/imports/kind";
import { UserRecord } from "@/lib/usage/schema";

export const users = defineKind({
  name: "users",
  table: "product_user",
  record: UserRecord,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    signedUpAt: optional("instant", "signed_up_at"),
    activatedAt: optional("instant", "activated_at"),
    deletedAt: optional("instant", "deleted_at"),
    entitlements: optional("text", "entitlements"),
  },
  example: {
    externalId: "mina@acorn.example",
    account: "A-1001",
    signedUpAt: "2025-02-02",
    activatedAt: "2025-02-03",
    entitlements: "reports;dashboards",
  },
});
