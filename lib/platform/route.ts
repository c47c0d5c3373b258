import type { MemberScope } from "@/lib/platform/scope";
import "server-only";
import type { NextRequest } from "next/server";
import type { z } from "zod";
import type { Permission } from "@/lib/people/matrix";
import { checkInput, checkLimit, checkOrigin, checkPerson, checkRole, checkScope, failureOf } from "@/lib/platform/doorway";
import type { FailureCode } from "@/lib/platform/failure";
import type { Limit } from "@/lib/platform/limit";
import type { Person } from "@/lib/platform/session";

const STATUS: Record<FailureCode, number> = {
  origin: 403,
  "signed-out": 401,
  "not-found": 404,
  forbidden: 403,
  limited: 429,
  invalid: 400,
  refused: 409,
  failed: 500,
};

type Definition<Schema> = { name: Permission; input: Schema; limit: Limit };

/**
 * Makes a route handler under /w/[workspace] through the same doorway as the actions. The input is made of the address's
 * parameters and the query; the handler opens the tenant's door itself, since an answer may stream.
 */
export function defineRoute<Schema extends z.ZodType<{ workspace: string }>>(
  { name, input: schema, limit }: Definition<Schema>,
  handler: (context: { scope: MemberScope; person: Person }, input: z.output<Schema>, request: NextRequest) => Promise<Response>,
) {
  return async function answer(request: NextRequest, { params }: { params: Promise<Record<string, string>> }): Promise<Response> {
    try {
      if (request.method !== "GET" && request.method !== "HEAD") await checkOrigin();
      const person = await checkPerson();
      const given = { ...Object.fromEntries(request.nextUrl.searchParams), ...(await params) };
      const scope = await checkScope(given.workspace, person);
      checkRole(scope, name);
      await checkLimit(`${name} ${scope.workspaceId} ${person.personId}`, limit);
      return unkept(await handler({ scope, person }, checkInput(schema, given), request));
    } catch (error) {
      const { code, message } = failureOf(error, name);
      return unkept(Response.json({ code, message }, { status: STATUS[code] }));
    }
  };
}

function unkept(answer: Response): Response {
  answer.headers.set("cache-control", "private, no-store");
  return answer;
}
