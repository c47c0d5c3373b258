import pg from "pg";
import type { Sql } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/platform/scope";

const CHANNEL = "bellwether_change";

/** Whoever looks is told, once this transaction is done, that what pages show has changed: the counter that they follow moves on. */
export async function tellPages(sql: Sql, { workspaceId }: Pick<Scope, "workspaceId">): Promise<void> {
  await sql("UPDATE app.derivation SET change = change + 1 RETURNING 1");
  await sql("SELECT pg_notify($1, $2)::text", [CHANNEL, workspaceId]);
}

/** Grows whenever the figures of the workspace changed. */
export async function readChange(sql: Sql): Promise<string> {
  const [row] = await sql<{ change: string }>("SELECT change::text AS change FROM app.derivation");
  return row?.change ?? "0";
}

type Listener = { told: () => void; closed: () => void };

type Feed = { listeners: Map<string, Set<Listener>>; client: pg.Client | null; stopping: boolean };

const kept = globalThis as { bellwetherFeed?: Feed };

/** Calls `told` whenever the derived tables of a workspace changed, and `closed` when the process is about to stop. Returns what ends it. */
export function onChange(workspaceId: string, listener: Listener): () => void {
  const open = feed();
  if (open.stopping) listener.closed();
  const those = open.listeners.get(workspaceId) ?? new Set();
  open.listeners.set(workspaceId, those.add(listener));
  if (!open.client) listen(open);
  return () => {
    those.delete(listener);
    if (those.size === 0 && open.listeners.get(workspaceId) === those) open.listeners.delete(workspaceId);
    if (open.listeners.size === 0) hangUp(open);
  };
}

function feed(): Feed {
  if (kept.bellwetherFeed) return kept.bellwetherFeed;
  const made: Feed = { listeners: new Map(), client: null, stopping: false };
  kept.bellwetherFeed = made;
  // An open event stream keeps the server from stopping, so they are the first to go.
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.prependOnceListener(signal, () => stop(made));
  return made;
}

// One connection a process, outside the pool: a pooled one would be handed to others, and LISTEN lives as long as its session.
function listen(feed: Feed): void {
  const client = new pg.Client({ connectionString: env().DATABASE_URL, connectionTimeoutMillis: 3_000, keepAlive: true });
  feed.client = client;
  const lost = () => {
    if (feed.client !== client) return;
    hangUp(feed);
    if (!feed.stopping) setTimeout(() => feed.listeners.size > 0 && !feed.client && listen(feed), 2_000).unref();
  };
  client.on("notification", ({ payload }) => {
    for (const listener of feed.listeners.get(payload ?? "") ?? []) listener.told();
  });
  client.on("error", lost);
  client.on("end", lost);
  client
    .connect()
    .then(() => client.query(`LISTEN ${CHANNEL}`), lost)
    .catch(lost);
}

function hangUp(feed: Feed): void {
  const client = feed.client;
  feed.client = null;
  client?.end().catch(() => {}); // it is gone either way
}

function stop(feed: Feed): void {
  feed.stopping = true;
  for (const those of feed.listeners.values()) for (const listener of [...those]) listener.closed();
  feed.listeners.clear();
  hangUp(feed);
}
