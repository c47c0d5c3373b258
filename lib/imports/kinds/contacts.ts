import { ContactRecord } from "@/lib/accounts/schema";
import { defineKind, optional, required } from "@/lib/imports/kind";

export const contacts = defineKind({
  name: "contacts",
  table: "contact",
  record: ContactRecord,
  partial: true,
  references: [{ field: "account", to: "accounts", column: "account_id" }],
  fields: {
    externalId: required("key", "external_id"),
    account: required("key", "account_id"),
    name: optional("text", "name"),
    email: optional("text", "email"),
    role: optional("text", "role"),
    title: optional("text", "title"),
    isChampion: optional("flag", "is_champion"),
  },
  example: {
    externalId: "C-1001",
    account: "A-1001",
    name: "Mina Okafor",
    email: "mina@acorn.example",
    role: "admin",
    title: "Head of Data",
    isChampion: "yes",
  },
});
