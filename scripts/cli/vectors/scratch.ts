import { randomBytes } from "node:crypto";
import { loadRecords } from "@/lib/imports/load";
import type { KindName } from "@/lib/imports/registry";
import { refresh } from "@/lib/ledger/refresh";
import { identity } from "@/lib/platform/identity";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import type { Book } from "./book";

const PREFIX = "scratch-vector-";
const SOURCE = "vectors";

/** What refers comes after what it refers to. */
const ORDER = [
  "accounts",
  "contacts",
  "users",
  "subscriptions",
  "discounts",
  "pauses",
  "contracts",
  "exchange-rates",
  "purchases",
  "tickets",
  "ticket-events",
  "survey-responses",
  "usage",
  "milestones",
  "offers",
  "referrals",
  "costs",
] as const;

/** Loads a book into an empty workspace as any import would, lets the product derive its tables, and removes it after the reading. */
export async function inScratch<T>(book: Book, read: (scope: Scope) => Promise<T>): Promise<T> {
  const slug = `${PREFIX}${Date.now().toString(36)}-${randomBytes(4).toString("hex")}`;
  await identity("create_workspace", [slug, "Scratch", book.currency, book.timeZone, false, null]);
  const scope = await systemScope(slug, "vectors");
  if (scope === null) throw new Error("the scratch workspace could not be made");
  try {
    await changeSettings(scope, book.settings);
    for (const kind of ORDER) await load(scope, kind, book);
    await refresh(scope);
    return await read(scope);
  } finally {
    await identity("remove_workspace", [scope.workspaceId]);
  }
}

async function load<Name extends KindName>(scope: Scope, kind: Name, { records, mayRefuse }: Book): Promise<void> {
  const rows = records[kind];
  if (rows === undefined || rows.length === 0) return;
  const { rejects } = await loadRecords(scope, kind, SOURCE, rows);
  const refused = rejects.find(({ reason }) => reason !== "end-before-start"); // reversed rows never carried MRR: to refuse them is the answer
  if (refused && kind !== mayRefuse) throw new Error(`row ${refused.line} of ${kind} was refused: ${refused.detail}`);
}

/** Removes what a run that was killed an hour ago or more left behind. */
export async function sweepScratch(): Promise<void> {
  for (const { workspace_id, slug } of await identity<{ workspace_id: string; slug: string }>("workspaces", [])) {
    const made = slug.startsWith(PREFIX) ? Number.parseInt(slug.slice(PREFIX.length), 36) : Number.POSITIVE_INFINITY;
    if (made < Date.now() - 3_600_000) await identity("remove_workspace", [workspace_id]);
  }
}
