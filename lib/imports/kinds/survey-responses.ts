import { defineKind, optional, required } from "@/lib/imports/kind";
import { SurveyResponseRecord } from "@/lib/surveys/schema";

export const surveyResponses = defineKind({
  name: "survey-responses",
  table: "survey_response",
  record: SurveyResponseRecord,
  references: [
    { field: "account", to: "accounts", column: "account_id" },
    { field: "contact", to: "contacts", column: "contact_id", lends: "account_id", loose: true },
  ],
  fields: {
    externalId: required("key", "external_id"),
    account: optional("key", "account_id"),
    contact: optional("key", "contact_id"),
    kind: required("word", "kind"),
    score: optional("whole", "score"),
    scale: optional("whole", "scale"),
    comment: optional("text", "comment"),
    answeredAt: required("instant", "answered_at"),
    status: optional("text", "status"),
  },
  example: {
    externalId: "V-1001",
    account: "A-1001",
    contact: "C-1001",
    kind: "nps",
    score: "9",
    scale: "10",
    comment: "It saves us a day a week.",
    answeredAt: "2025-11-03",
  },
});
