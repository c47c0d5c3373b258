import { randomBytes } from "node:crypto";
import { FORMS, type HandKind } from "@/lib/imports/hand/forms";
import { findStored, ownFields, type Stored } from "@/lib/imports/hand/stored";
import { type Faults, inputOf, readTexts, type Texts, textOf } from "@/lib/imports/hand/text";
import { contentFields, type Kind } from "@/lib/imports/kind";
import { shareRecords } from "@/lib/imports/locks";
import { prepare, type Row, type Value, valueIn } from "@/lib/imports/prepared";
import { kinds } from "@/lib/imports/registry";
import { statementsOf } from "@/lib/imports/statements";
import { audit } from "@/lib/platform/audit";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";

/** The source of what people type. */
const HAND = "hand";

/** A record that is new, or one as it stood when its form was opened. */
export type Subject =
  | { readonly kind: HandKind; readonly id: null; readonly account: string | null }
  | { readonly kind: HandKind; readonly id: string; readonly version: number };

export type Saved = { readonly saved: true; readonly id: string | null } | { readonly saved: false; readonly faults: Faults };

/**
 * Writes one record that was typed by the statements a load writes with, and its line of the audit, in the caller's transaction. `typed` are
 * the fields that were changed. What an import brought keeps its source and its external id. Of two who change a record at once the second is refused.
 */
export async function saveRecord(sql: Sql, scope: Scope, subject: Subject, typed: Texts): Promise<Saved> {
  const kind: Kind = kinds[subject.kind];
  await shareRecords(sql, scope);
  const before = subject.id === null ? null : await asOpened(sql, subject);
  const accountId = before === null ? await accountOf(sql, subject) : before.accountId;
  const read = readTexts(kind, scope, withAmounts(kind, scope, before, typed));
  if (Object.keys(read.faults).length > 0) return { saved: false, faults: read.faults };
  const values = { ...before?.values, ...read.values };
  const externalId = kind.fields.externalId === undefined ? null : (before?.externalId ?? `${HAND}-${randomBytes(10).toString("hex")}`);
  const prepared = prepare(kind, scope, { line: 1, cells: [], values: recordOf(kind, values, { externalId, accountId }) });
  if (prepared.row === undefined) return { saved: false, faults: { [prepared.detail]: prepared.reason } };
  const source = before?.source ?? HAND;
  const { row } = prepared;
  const changes = changesOf(subject.kind, scope, before?.values ?? {}, row);
  if (before && changes.length === 0) return { saved: true, id: before.id };
  if (before && externalId === null) await sql(`DELETE FROM app.${kind.table} WHERE id = $1::uuid RETURNING 1`, [before.id]); // it is nothing but its key
  const id = await write(sql, scope, kind, { source, externalId, accountId, row });
  if (before?.runId) await leaveToItsRun(sql, kind, before);
  await enqueueRefresh(scope, sql);
  const known = { kind: subject.kind, source, externalId: externalId ?? prepared.key, account: accountId ?? id ?? "" };
  await audit(sql, scope, before ? "records.change" : "records.create", { ...known, changes });
  return { saved: true, id };
}

/** The record, held, as it was when its form was opened; refuses where it is not so any more. */
export async function asOpened(sql: Sql, { kind, id, version }: Extract<Subject, { id: string }>): Promise<Stored> {
  const { one } = FORMS[kind];
  const stored = await findStored(sql, kind, id, "held");
  if (!stored) refuse(`This ${one} is not there any more; somebody deleted it. Nothing was changed.`);
  if (stored.version !== version)
    refuse(
      `Somebody else changed this ${one} after you opened it. Their change stands and nothing of yours was saved; open it again to see it.`,
    );
  return stored;
}

async function accountOf(sql: Sql, { kind, account }: { kind: HandKind; account?: string | null }): Promise<string | null> {
  if (kind === "accounts") return null;
  const [row] = await sql<{ id: string }>("SELECT id::text AS id FROM app.account WHERE id = $1::uuid", [account ?? null]);
  if (!row) refuse("This account is not there any more. Nothing was changed.");
  return row.id;
}

// Minor units mean another amount in another currency: where the currency changes, what stood in the form is read anew.
function withAmounts(kind: Kind, scope: Scope, before: Stored | null, typed: Texts): { typed: Texts; currency: string } {
  const was = String(before?.values.currency ?? scope.currency);
  const currency = typed.currency === undefined ? was : typed.currency.trim().toUpperCase() || scope.currency;
  if (before === null || currency === was) return { typed, currency };
  const shown = ownFields(kind).flatMap(([name, { read }]) =>
    read === "minor" ? [[name, textOf(before.values[name] ?? null, "amount", { ...scope, currency: was })]] : [],
  );
  return { typed: { ...Object.fromEntries(shown), ...typed }, currency };
}

// It stays among what its run brought, so that an undo of the run counts it as kept.
async function leaveToItsRun(sql: Sql, { table }: Kind, { id, runId }: Stored): Promise<void> {
  await sql(`UPDATE app.${table} SET run_id = $2::uuid WHERE id = $1::uuid RETURNING 1`, [id, runId]);
}

type Keys = { externalId: string | null; accountId: string | null };

// A record's schema takes what is absent as left out.
function recordOf(kind: Kind, values: Stored["values"], { externalId, accountId }: Keys): object {
  const account = kind.fields.account === undefined ? null : accountId;
  return Object.fromEntries(Object.entries({ ...values, externalId, account }).filter(([, value]) => value !== null));
}

function changesOf(name: HandKind, scope: Scope, before: Stored["values"], row: Row): string[] {
  const kind: Kind = kinds[name];
  return FORMS[name].asked.flatMap((asked) => {
    const shown = (of: Row, value: Value) => {
      const currency = typeof of.currency === "string" ? of.currency : scope.currency;
      return textOf(value, inputOf(kind, asked, value, scope.timeZone), { ...scope, currency }) || "nothing";
    };
    const [was, is] = [before[asked.name] ?? null, valueIn(row, asked.name)];
    return same(was, is) ? [] : [`${asked.label}: ${shown(before, was)} to ${shown(row, is)}`];
  });
}

function same(one: Value, other: Value): boolean {
  return (one instanceof Date ? one.getTime() : one) === (other instanceof Date ? other.getTime() : other);
}

type Written = Keys & { source: string; row: Row };

async function write(sql: Sql, scope: Scope, kind: Kind, { source, externalId, accountId, row }: Written): Promise<string | null> {
  const { stage, upsert } = statementsOf(
    kind,
    contentFields(kind).filter(([name]) => name !== "attributes"),
  );
  const staged = Object.fromEntries(ownFields(kind).map(([name, { column }]) => [column, jsonOf(valueIn(row, name))]));
  await sql(stage);
  await sql("INSERT INTO stage SELECT (jsonb_populate_record(NULL::stage, $1::text::jsonb)).* RETURNING 1", [
    JSON.stringify({ ...staged, external_id: externalId, account_id: accountId }),
  ]);
  const [done] = await sql<{ ids?: string[] | null }>(upsert, [scope.workspaceId, source, null]);
  await sql("DROP TABLE stage"); // the same transaction may write another
  if (done?.ids) for (const statement of kind.after) await sql(statement, [scope.workspaceId, done.ids, now()]);
  return done?.ids?.[0] ?? null;
}

function jsonOf(value: Value): string | boolean | null {
  if (value instanceof Date) return value.toISOString();
  return typeof value === "boolean" || value === null ? value : String(value);
}
