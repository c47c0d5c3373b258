import type { MemberScope } from "@/lib/platform/scope";
import "server-only";
import type { z } from "zod";
import type { OUTSIDE, OutsidePermission, Permission } from "@/lib/people/matrix";
import { audit } from "@/lib/platform/audit";
import { clientAddress } from "@/lib/platform/client-address";
import { type Tenant, withTenant } from "@/lib/platform/db";
import { checkInput, checkLimit, checkOrigin, checkPerson, checkRole, checkScope, failureOf } from "@/lib/platform/doorway";
import type { ActionResult } from "@/lib/platform/failure";
import type { Limit } from "@/lib/platform/limit";
import type { Person } from "@/lib/platform/session";

export type ActionContext = { readonly scope: MemberScope; readonly person: Person };

type Definition<Schema> = {
  /** The action's line in the matrix, which says whose it is. */
  name: Permission;
  /** A strict object whose first field is `workspace`, the slug. */
  input: Schema;
  limit: Limit;
  mode?: "read" | "write";
  /** Written to the audit with the input, in the same transaction. */
  audit?: string;
  /** Runs before the transaction opens, for work that needs one of its own. */
  prepare?: (scope: MemberScope) => Promise<unknown>;
};

/**
 * Makes a server action: origin, session, membership, role, limit, input, then the handler in one tenant transaction with its audit row.
 * The answer is data or a plain failure; call `refuse(sentence)` to undo everything and say why.
 * `after` runs once the transaction is committed, for what cannot be undone, and returns the answer.
 */
export function defineAction<Schema extends z.ZodType<{ workspace: string }>, Data>(
  definition: Definition<Schema>,
  handler: (context: ActionContext, input: z.output<Schema>, tenant: Tenant) => Promise<Data>,
  after?: (context: ActionContext, data: Data) => Promise<Data>,
) {
  return async function act(given: z.input<Schema>): Promise<ActionResult<Data>> {
    const { name, input: schema, limit, mode = "write", prepare } = definition;
    try {
      await checkOrigin();
      const person = await checkPerson();
      const scope = await checkScope(slugIn(given), person);
      checkRole(scope, name);
      await checkLimit(`${name} ${scope.workspaceId} ${person.personId}`, limit);
      const input = checkInput(schema, given);
      await prepare?.(scope);
      const data = await withTenant(
        scope,
        async (tenant) => {
          const done = await handler({ scope, person }, input, tenant);
          if (definition.audit !== undefined) await audit(tenant.sql, scope, definition.audit, auditable(input));
          return done;
        },
        mode,
      );
      return { ok: true, data: after ? await after({ scope, person }, data) : data };
    } catch (error) {
      return failureOf(error, name);
    }
  };
}

type OutsideDefinition<Name, Schema> = { name: Name; input: Schema; limit: Limit };

type PersonName = { [Name in OutsidePermission]: (typeof OUTSIDE)[Name] extends "person" ? Name : never }[OutsidePermission];
type AnyoneName = Exclude<OutsidePermission, PersonName>;

/** The same for what a person does outside any workspace. */
export function definePersonAction<Schema extends z.ZodType, Data>(
  { name, input: schema, limit }: OutsideDefinition<PersonName, Schema>,
  handler: (person: Person, input: z.output<Schema>) => Promise<Data>,
) {
  return async function act(given: z.input<Schema>): Promise<ActionResult<Data>> {
    try {
      await checkOrigin();
      const person = await checkPerson();
      await checkLimit(`${name} ${person.personId}`, limit);
      return { ok: true, data: await handler(person, checkInput(schema, given)) };
    } catch (error) {
      return failureOf(error, name);
    }
  };
}

/** The same for what needs no session. The limit holds per client. */
export function definePublicAction<Schema extends z.ZodType, Data>(
  { name, input: schema, limit }: OutsideDefinition<AnyoneName, Schema>,
  handler: (client: string, input: z.output<Schema>) => Promise<Data>,
) {
  return async function act(given: z.input<Schema>): Promise<ActionResult<Data>> {
    try {
      await checkOrigin();
      const client = await clientAddress();
      await checkLimit(`${name} ${client}`, limit);
      return { ok: true, data: await handler(client, checkInput(schema, given)) };
    } catch (error) {
      return failureOf(error, name);
    }
  };
}

function slugIn(given: unknown): unknown {
  return typeof given === "object" && given !== null && "workspace" in given ? given.workspace : undefined;
}

function auditable(input: object) {
  const { workspace: _, ...rest } = { workspace: "", ...input };
  return JSON.parse(JSON.stringify(rest));
}
