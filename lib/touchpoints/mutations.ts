import { tell } from "@/lib/notifications/mutations";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";
import { CHANGES_OTHERS } from "@/lib/touchpoints/rules";
import type { PulseFields, TouchFields } from "@/lib/touchpoints/schema";

type Opened = { readonly id: string; readonly version: number };

const CLOCKS_DIFFER_BY = 15 * 60_000;
const QUOTED = 160;

/** Keeps that we and an account spoke, or a note of ours; tells whoever is mentioned. Health is made again from then on. */
export async function logTouch(sql: Sql, scope: Scope, account: string, fields: TouchFields): Promise<{ id: string }> {
  const at = await checked(sql, scope, account, fields);
  const [row] = await sql<{ id: string }>(
    `INSERT INTO app.touchpoint (workspace_id, account_id, type, two_way, at, text, contact_id, minutes, mentions, author)
     VALUES ($1::uuid, $2::uuid, $3, $4::boolean, $5::timestamptz, $6, $7::uuid, $8::int, $9::uuid[], $10) RETURNING id::text`,
    [
      scope.workspaceId,
      account,
      fields.type,
      fields.twoWay,
      at,
      fields.text,
      fields.contact,
      fields.minutes,
      fields.mentions,
      authorOf(scope),
    ],
  );
  if (!row) throw new Error("the touchpoint was not written");
  await tellMentioned(sql, scope, { id: row.id, account, fields });
  await enqueueRefresh(scope, sql);
  return row;
}

/** Writes it anew as it was typed; of two who change it at once the second is refused. */
export async function changeTouch(sql: Sql, scope: Scope, opened: Opened, fields: TouchFields): Promise<void> {
  const { account } = await holdOpened(sql, scope, opened);
  const at = await checked(sql, scope, account, fields);
  await sql(
    `UPDATE app.touchpoint SET type = $2, two_way = $3::boolean, at = $4::timestamptz, text = $5, contact_id = $6::uuid, minutes = $7::int, mentions = $8::uuid[],
       version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1`,
    [opened.id, fields.type, fields.twoWay, at, fields.text, fields.contact, fields.minutes, fields.mentions],
  );
  await tellMentioned(sql, scope, { id: opened.id, account, fields });
  await enqueueRefresh(scope, sql);
}

export async function deleteTouch(sql: Sql, scope: Scope, opened: Opened): Promise<void> {
  await holdOpened(sql, scope, opened);
  await sql("DELETE FROM app.touchpoint WHERE id = $1::uuid RETURNING 1", [opened.id]);
  await enqueueRefresh(scope, sql);
}

/** Keeps how a person feels about an account. What was felt before stays: it made the scores of its time. */
export async function setPulse(sql: Sql, scope: Scope, account: string, { rating, note }: PulseFields): Promise<void> {
  await checkAccount(sql, account);
  await sql(
    "INSERT INTO app.pulse (workspace_id, account_id, rating, note, author, at) VALUES ($1::uuid, $2::uuid, $3::int, nullif($4, ''), $5, $6::timestamptz) RETURNING 1",
    [scope.workspaceId, account, rating, note, authorOf(scope), now()],
  );
  await enqueueRefresh(scope, sql);
}

/** Checks what a touch names, and gives its instant. */
async function checked(sql: Sql, scope: Scope, account: string, { at, contact, mentions }: TouchFields): Promise<Date> {
  await checkAccount(sql, account);
  const [found] = await sql<{ at: Date; contact: boolean; mentions: boolean }>(
    `SELECT $1::timestamp AT TIME ZONE $2 AS at, $3::uuid IS NULL OR EXISTS (SELECT FROM app.contact WHERE id = $3::uuid AND account_id = $4::uuid) AS contact,
       NOT EXISTS (SELECT FROM unnest($5::uuid[]) AS named(id) WHERE NOT EXISTS (SELECT FROM app.member m WHERE m.id = named.id)) AS mentions`,
    [at, scope.timeZone, contact, account, mentions],
  );
  if (!found?.contact) refuse("This contact is not one of this account's any more. Nothing was kept; choose another.");
  if (!found.mentions) refuse("Somebody you mention is no member of this workspace any more. Nothing was kept; leave them out.");
  if (found.at.getTime() > now().getTime() + CLOCKS_DIFFER_BY)
    refuse("This has not happened yet. Nothing was kept; make it a task instead.");
  return found.at;
}

async function checkAccount(sql: Sql, account: string): Promise<void> {
  const rows = await sql("SELECT 1 FROM app.account WHERE id = $1::uuid", [account]);
  if (rows.length === 0) refuse("This account is not there any more. Nothing was kept.");
}

async function holdOpened(sql: Sql, scope: Scope, { id, version }: Opened): Promise<{ account: string }> {
  const [touch] = await sql<{ version: number; account: string; author: string }>(
    "SELECT version, account_id::text AS account, author FROM app.touchpoint WHERE id = $1::uuid FOR UPDATE",
    [id],
  );
  if (!touch) refuse("This is not there any more; somebody deleted it. Nothing was changed.");
  if (touch.author !== authorOf(scope) && !isOverOthers(scope)) refuse("Only its author, a manager or an admin can change this.");
  if (touch.version !== version)
    refuse("Somebody else changed this after you opened it. Their change stands and nothing of yours was saved; reload to see it.");
  return touch;
}

async function tellMentioned(
  sql: Sql,
  scope: Scope,
  { id, account, fields }: { id: string; account: string; fields: TouchFields },
): Promise<void> {
  if (fields.mentions.length === 0) return;
  const [named] = await sql<{ name: string; by: string }>(
    "SELECT a.name, coalesce((SELECT m.name FROM app.member m WHERE m.email = $2), $2) AS by FROM app.account a WHERE a.id = $1::uuid",
    [account, authorOf(scope)],
  );
  const words = fields.text.length > QUOTED ? `${fields.text.slice(0, QUOTED)}…` : fields.text;
  await tell(sql, scope, fields.mentions, {
    topic: "mention",
    text: `${named?.by} on ${named?.name}: ${words}`,
    link: `/accounts/${account}`,
    cause: `touchpoint:${id}`,
    account,
  });
}

function isOverOthers({ actor }: Scope): boolean {
  return actor.kind === "system" || CHANGES_OTHERS.has(actor.role);
}

function authorOf({ actor }: Scope): string {
  return actor.kind === "member" ? actor.email : actor.name;
}
