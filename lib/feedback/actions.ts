"use server";

import { FEEDBACK_PAGE } from "@/lib/feedback/loaders";
import { FeedbackPageRequest } from "@/lib/feedback/schema";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";
import { listFeedback } from "@/lib/surveys/data";

/** Reads the answers on. */
export const readFeedbackAction = defineAction(
  { name: "feedback.read", input: FeedbackPageRequest, limit: "240/m", mode: "read" },
  ({ scope }, { workspace: _, ...request }, { sql }) => listFeedback(sql, scope, { ...request, limit: FEEDBACK_PAGE }, now()),
);
