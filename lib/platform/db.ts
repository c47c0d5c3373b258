import { PrismaPg } from "@prisma/adapter-pg";
import type pg from "pg";
import { type Prisma, PrismaClient } from "@/lib/platform/generated/client";
import { pool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";

/** Runs one statement of our own text. Numbers wider than a double must be cast to text or float8 in the statement. */
export type Sql = <Row>(text: string, params?: readonly unknown[]) => Promise<Row[]>;

/** A tenant's transaction through Prisma. */
export type Tenant = { readonly db: Prisma.TransactionClient; readonly sql: Sql };

/** A tenant's transaction through a plain connection, for COPY, cursors and long work. */
export type TenantConnection = { readonly client: pg.PoolClient; readonly sql: Sql };

/** read: one moment for a whole page, nothing can be written. write: the web's limits. work: jobs and the command line, no time limit. */
type Mode = "read" | "write" | "work";

const RETRIED = new Set(["40001", "40P01", "P2034"]);
const TRIES = 5;
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

const kept = globalThis as { bellwetherPrisma?: { client: PrismaClient; pool: pg.Pool } };

/** The one door to a tenant's rows: everything `work` does happens in one transaction that sees this workspace alone. Retried as a whole on a conflict. */
export function withTenant<T>(scope: Scope, work: (tenant: Tenant) => Promise<T>, mode: Mode = "write"): Promise<T> {
  return retried(() =>
    prisma().$transaction(
      async (db) => {
        for (const statement of preamble(scope, mode)) await db.$executeRawUnsafe(statement);
        return work({ db, sql: (text, params = []) => db.$queryRawUnsafe(text, ...params) });
      },
      { maxWait: 3_000, timeout: mode === "work" ? 3_600_000 : 12_000 },
    ),
  );
}

/** The same door with a plain connection. Retried as a whole on a conflict unless `once`. */
export function withTenantConnection<T>(scope: Scope, work: (tenant: TenantConnection) => Promise<T>, mode: Mode = "work"): Promise<T> {
  return retried(async () => {
    const client = await pool().connect();
    let broken: Error | undefined;
    try {
      await client.query("BEGIN");
      for (const statement of preamble(scope, mode)) await client.query(statement);
      const sql: Sql = async (text, params = []) => (await client.query(text, [...params])).rows;
      const result = await work({ client, sql });
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch((failure: Error) => {
        broken = failure;
      });
      throw error;
    } finally {
      client.release(broken);
    }
  });
}

// SET LOCAL and not set_config(): a cluster passes the statement on to its workers, and not the function call.
function preamble(scope: Scope, mode: Mode): string[] {
  if (!UUID.test(scope.workspaceId)) throw new Error("a workspace id is a UUID");
  return [
    ...(mode === "read" ? ["SET TRANSACTION ISOLATION LEVEL REPEATABLE READ READ ONLY"] : []),
    ...(mode === "work"
      ? [
          "SET LOCAL jit = off",
          "SET LOCAL statement_timeout = 0",
          "SET LOCAL lock_timeout = '60s'",
          "SET LOCAL idle_in_transaction_session_timeout = 0",
        ]
      : []),
    `SET LOCAL app.workspace_id = '${scope.workspaceId}'`,
  ];
}

async function retried<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= TRIES || !RETRIED.has(codeOf(error))) throw error;
      await new Promise((resolve) => setTimeout(resolve, 10 * 2 ** tries * Math.random()));
    }
  }
}

/** The SQL state or Prisma code an error carries, wherever the driver put it; "" where it has none. */
export function codeOf(error: unknown): string {
  if (typeof error !== "object" || error === null) return "";
  const { code, meta, cause, originalCode } = error as {
    code?: unknown;
    meta?: Record<string, unknown>;
    cause?: unknown;
    originalCode?: unknown;
  };
  if (typeof originalCode === "string") return originalCode;
  const told = code === "P2010" ? codeOf(meta?.driverAdapterError) || meta?.code : code;
  if (typeof told === "string") return told;
  return codeOf(cause);
}

function prisma(): PrismaClient {
  if (kept.bellwetherPrisma?.pool !== pool()) {
    kept.bellwetherPrisma = { client: new PrismaClient({ adapter: new PrismaPg(pool(), { schema: "app" }) }), pool: pool() };
  }
  return kept.bellwetherPrisma.client;
}
