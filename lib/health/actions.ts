"use server";

import { readPreviewOf } from "@/lib/health/data";
import { endOverride, publishVersion, setOverride } from "@/lib/health/mutations";
import { EndedOverride, NewOverride, NewVersion, PreviewRequest } from "@/lib/health/schema";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";

export const setOverrideAction = defineAction(
  { name: "health.set-override", input: NewOverride, limit: "60/m", audit: "health.set-override" },
  ({ scope }, input, { sql }) => setOverride(sql, scope, input, now()),
);

export const endOverrideAction = defineAction(
  { name: "health.end-override", input: EndedOverride, limit: "60/m", audit: "health.end-override" },
  ({ scope }, { account }, { sql }) => endOverride(sql, scope, account, now()),
);

/** Who would change band if a draft were published. */
export const previewAction = defineAction(
  { name: "health.preview", input: PreviewRequest, limit: "60/m", mode: "read" },
  ({ scope }, input, { sql }) => readPreviewOf(sql, scope, input),
);

export const publishAction = defineAction(
  { name: "health.publish", input: NewVersion, limit: "20/m", audit: "health.publish" },
  ({ scope }, input, { sql }) => publishVersion(sql, scope, input, now()),
);
