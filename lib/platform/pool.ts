import pg from "pg";
import { env } from "@/lib/platform/env";

const MOST = 10;

const kept = globalThis as { bellwetherPool?: pg.Pool };

/** The process's connections. Only the door (`db.ts`) and `identity.ts` may hold one; kept across hot reloads. */
export function pool(): pg.Pool {
  kept.bellwetherPool ??= open(env().DATABASE_URL);
  return kept.bellwetherPool;
}

/** Lets a program's work run on another database than its own: meanwhile all its connections are there. */
export async function onDatabase<T>(url: string, work: () => Promise<T>): Promise<T> {
  await closePool();
  kept.bellwetherPool = open(url);
  try {
    return await work();
  } finally {
    await closePool();
  }
}

function open(connectionString: string): pg.Pool {
  const made = new pg.Pool({ connectionString, max: MOST, connectionTimeoutMillis: 3_000, idleTimeoutMillis: 30_000 });
  made.on("error", () => {}); // an idle connection that dies is replaced at the next query; without a listener Node would exit
  made.on("connect", (client) => client.on("error", () => {})); // one that dies in use says so to its query; the event alone would end Node too
  return made;
}

export async function closePool(): Promise<void> {
  const open = kept.bellwetherPool;
  delete kept.bellwetherPool;
  await open?.end();
}
