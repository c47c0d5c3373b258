import "server-only";
import { headers } from "next/headers";
import { unstable_rethrow } from "next/navigation";
import type { z } from "zod";
import { UsageError } from "@/lib/kernel/usage-error";
import { can, type Permission } from "@/lib/people/matrix";
import { env } from "@/lib/platform/env";
import { type Failure, Refusal } from "@/lib/platform/failure";
import { type Limit, spanWords, withinLimit } from "@/lib/platform/limit";
import { isOwnOrigin } from "@/lib/platform/origin";
import { type MemberScope, memberScope, proveScope } from "@/lib/platform/scope";
import { currentPerson, type Person } from "@/lib/platform/session";

/** The steps every action and route goes through, each of which lets on or throws a `Refusal`. */
export async function checkOrigin(): Promise<void> {
  if (!isOwnOrigin(await headers(), env().APP_URL)) {
    throw new Refusal(
      "origin",
      "This request did not come from a page of this app, so nothing was done. Open the app itself and try there.",
    );
  }
}

export async function checkPerson(): Promise<Person> {
  const person = await currentPerson();
  if (!person) throw new Refusal("signed-out", "You are signed out, so nothing was changed. Sign in and try again.");
  return person;
}

export async function checkScope(slug: unknown, person: Person): Promise<MemberScope> {
  const scope = typeof slug === "string" && slug.length <= 48 ? await proveScope(slug, person) : null;
  if (!scope) throw new Refusal("not-found", "There is no such workspace among yours.");
  return memberScope(scope);
}

export function checkRole(scope: MemberScope, what: Permission): void {
  if (!can(scope.actor.role, what)) {
    throw new Refusal(
      "forbidden",
      "Your role in this workspace does not allow this. Nothing was changed; an owner can give you another role.",
    );
  }
}

export async function checkLimit(bucket: string, limit: Limit): Promise<void> {
  if (!(await withinLimit(bucket, limit)))
    throw new Refusal("limited", `That was too often in a short time, so nothing was done. Wait ${spanWords(limit)} and try again.`);
}

export function checkInput<Schema extends z.ZodType>(schema: Schema, given: unknown): z.output<Schema> {
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid", parsed.error.issues[0]?.message ?? "The input is not valid.");
}

/** What a person is told of an error: its own sentence where it has one, and a number for the log where it has not. */
export function failureOf(error: unknown, name: string): Failure {
  unstable_rethrow(error);
  if (error instanceof Refusal) return { ok: false, code: error.code, message: error.message };
  if (error instanceof UsageError) return { ok: false, code: "invalid", message: error.message };
  const reference = crypto.randomUUID().slice(0, 8);
  console.error(`${name} failed (${reference})`, error);
  return {
    ok: false,
    code: "failed",
    message: `Something went wrong on our side and nothing was changed. Try again; if it stays, give your administrator the reference ${reference}.`,
  };
}
