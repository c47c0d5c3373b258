"use server";

import { z } from "zod";
import {
  changeEndpoint,
  createEndpoint,
  endFormerSecret,
  removeEndpoint,
  rotateSecret,
  testEndpoint,
  turnEndpoint,
} from "@/lib/outbox/endpoint-mutations";
import { resend } from "@/lib/outbox/mutations";
import { EndpointFields } from "@/lib/outbox/schema";
import { defineAction } from "@/lib/platform/action";

const workspace = z.string().max(48);
const Opened = z.strictObject({ workspace, id: z.uuid(), version: z.int().nonnegative() });
const Named = z.strictObject({ workspace, id: z.uuid() });

export const createEndpointAction = defineAction(
  { name: "webhook.create", input: z.strictObject({ workspace, ...EndpointFields.shape }), limit: "20/m", audit: "webhook.create" },
  ({ scope }, { workspace: _, ...fields }, { sql }) => createEndpoint(sql, scope, fields),
);

export const changeEndpointAction = defineAction(
  { name: "webhook.change", input: Opened.extend(EndpointFields.shape), limit: "30/m", audit: "webhook.change" },
  ({ scope }, { id, version, name, url }, { sql }) => changeEndpoint(sql, scope, { id, version }, { name, url }),
);

export const rotateSecretAction = defineAction(
  { name: "webhook.rotate", input: Opened, limit: "20/m", audit: "webhook.rotate" },
  ({ scope }, { id, version }, { sql }) => rotateSecret(sql, scope, { id, version }),
);

export const endFormerSecretAction = defineAction(
  { name: "webhook.end-former", input: Opened, limit: "20/m", audit: "webhook.end-former" },
  ({ scope }, { id, version }, { sql }) => endFormerSecret(sql, scope, { id, version }),
);

export const turnEndpointAction = defineAction(
  { name: "webhook.turn", input: Opened.extend({ to: z.enum(["on", "off"]) }), limit: "30/m", audit: "webhook.turn" },
  ({ scope }, { id, version, to }, { sql }) => turnEndpoint(sql, scope, { id, version }, to),
);

export const removeEndpointAction = defineAction(
  { name: "webhook.remove", input: Opened, limit: "20/m", audit: "webhook.remove" },
  ({ scope }, { id, version }, { sql }) => removeEndpoint(sql, scope, { id, version }),
);

export const testEndpointAction = defineAction(
  { name: "webhook.test", input: Named, limit: "10/m", audit: "webhook.test" },
  ({ scope }, { id }, { sql }) => testEndpoint(sql, scope, id),
);

export const resendAction = defineAction(
  { name: "outbox.resend", input: Named, limit: "60/m", audit: "outbox.resend" },
  ({ scope }, { id }, { sql }) => resend(sql, scope, id),
);
