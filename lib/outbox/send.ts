import { type Claimed, claim, type Outcome, settle, settleLost } from "@/lib/outbox/claims";
import { findTarget, noteFailure, noteSuccess, type Target } from "@/lib/outbox/endpoints";
import { MAIL_NOT_SET_UP } from "@/lib/outbox/rules";
import { signatureOf } from "@/lib/outbox/signature";
import { withTenant } from "@/lib/platform/db";
import { OPEN_INTERNET, post, type Way } from "@/lib/platform/egress";
import { canMail, deliver } from "@/lib/platform/mail";
import type { Scope } from "@/lib/platform/scope";

const AT_ONCE = 8;

/** `at`: the instant it is, which only tests decide. */
export type Sending = { readonly way?: Way; readonly at?: () => Date };

/** Sends what is due of a workspace. A row is on its way before it is sent and settled after, each in a transaction of its own. Returns how many were tried. */
export async function sendDue(scope: Scope, { way = OPEN_INTERNET, at = () => new Date() }: Sending = {}): Promise<number> {
  await withTenant(scope, ({ sql }) => settleLost(sql, at()));
  let tried = 0;
  for (;;) {
    const [letter] = await withTenant(scope, ({ sql }) => claim(sql, "mail", { at: at(), most: 1 }));
    const calls = await withTenant(scope, ({ sql }) => claim(sql, "webhook", { at: at(), most: AT_ONCE }));
    if (!letter && calls.length === 0) return tried;
    await Promise.all([...(letter ? [sendLetter(scope, letter, at)] : []), ...calls.map((call) => callEndpoint(scope, call, { way, at }))]);
    tried += calls.length + (letter ? 1 : 0);
  }
}

async function sendLetter(scope: Scope, letter: Claimed, at: () => Date): Promise<void> {
  const outcome = await outcomeOfLetter(letter);
  await withTenant(scope, ({ sql }) => settle(sql, letter, outcome, at()));
}

async function outcomeOfLetter({ recipient, subject, body }: Claimed): Promise<Outcome> {
  if (!canMail()) return { status: "failed", why: MAIL_NOT_SET_UP };
  const answer = await deliver({ to: recipient, subject, text: body });
  if (answer === "sent") return { status: "sent" };
  if (answer === "unknown") return { status: "unknown", why: "The mail server took it and did not say whether it will deliver it." };
  return { status: "failed", why: "The mail server did not take it." };
}

async function callEndpoint(scope: Scope, call: Claimed, { way, at }: Required<Sending>): Promise<void> {
  const target = await withTenant(scope, ({ sql }) => findTarget(sql, scope, call.endpoint));
  const outcome = await outcomeOfCall(target, call, { way, at });
  await withTenant(scope, async ({ sql }) => {
    await settle(sql, call, outcome, at());
    if (!target || target.isOff) return;
    if (outcome.status === "sent") await noteSuccess(sql, target.id);
    else await noteFailure(sql, scope, target, { at: at(), why: outcome.why });
  });
}

async function outcomeOfCall(target: Target | null, { id, subject, body }: Claimed, { way, at }: Required<Sending>): Promise<Outcome> {
  if (!target) return { status: "given_up", why: "The endpoint was removed." };
  if (target.isOff) return { status: "given_up", why: "The endpoint is off. Turn it on and send this again." };
  try {
    const headers = {
      "content-type": "application/json",
      "user-agent": "Bellwether",
      "bellwether-event": id,
      "bellwether-topic": subject,
      "bellwether-signature": signatureOf(body, target.secrets(), at()),
    };
    const { status } = await post(target.url, body, headers, way);
    return status >= 200 && status < 300 ? { status: "sent" } : { status: "failed", why: `It answered ${status}.` };
  } catch (error) {
    return { status: "failed", why: error instanceof Error ? error.message : "It could not be reached." };
  }
}
