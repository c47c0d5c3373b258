import { type Asked, FORMS, type HandKind } from "@/lib/imports/hand/forms";
import { findStored, type Stored } from "@/lib/imports/hand/stored";
import { type Input, inputOf, textOf } from "@/lib/imports/hand/text";
import type { Kind } from "@/lib/imports/kind";
import { fieldOf } from "@/lib/imports/prepared";
import { kinds } from "@/lib/imports/registry";
import { hanging } from "@/lib/imports/remove";
import { localText } from "@/lib/kernel/zone";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { Scope } from "@/lib/platform/scope";

export type OpenField = {
  readonly name: string;
  readonly label: string;
  readonly hint: string | null;
  readonly input: Input;
  readonly required: boolean;
  readonly choices: readonly { value: string; label: string }[];
  readonly text: string;
};

/** A form as it is shown: filled with a record, or with what a new one begins with. */
export type OpenForm = {
  readonly kind: HandKind;
  readonly one: string;
  readonly id: string | null;
  readonly version: number;
  /** Null where a person made it, or makes it now. */
  readonly importedFrom: string | null;
  readonly fields: readonly OpenField[];
};

export async function openForm(sql: Sql, scope: Scope, { kind, id }: { kind: HandKind; id: string | null }): Promise<OpenForm> {
  const { one, asked } = FORMS[kind];
  const stored = id === null ? null : await existing(sql, kind, id);
  return {
    kind,
    one,
    id,
    version: stored?.version ?? 0,
    importedFrom: stored === null || stored.source === "hand" ? null : stored.source,
    fields: asked.map((field) => openField(kinds[kind], scope, field, stored)),
  };
}

/** What would go with a record if it were deleted, by kind. */
export async function weighRecord(sql: Sql, scope: Scope, { kind, id }: { kind: HandKind; id: string }): Promise<Weighed> {
  const stored = await existing(sql, kind, id);
  return { version: stored.version, alongside: await hanging(sql, scope, kinds[kind], [id]) };
}

export type Weighed = { readonly version: number; readonly alongside: Readonly<Record<string, number>> };

async function existing(sql: Sql, kind: HandKind, id: string): Promise<Stored> {
  return (await findStored(sql, kind, id, "free")) ?? refuse(`This ${FORMS[kind].one} is not there any more; somebody deleted it.`);
}

function openField(kind: Kind, scope: Scope, asked: Asked, stored: Stored | null): OpenField {
  const value = stored?.values[asked.name] ?? null;
  const currency = String(stored?.values.currency ?? scope.currency);
  const input = inputOf(kind, asked, value, scope.timeZone);
  const text = stored === null ? firstText(asked, input, scope) : textOf(value, input, { ...scope, currency });
  return {
    name: asked.name,
    label: asked.label,
    hint: asked.hint ?? null,
    input,
    required: fieldOf(kind, asked.name).required,
    choices: Object.entries(asked.choices ?? {}).map(([choice, label]) => ({ value: choice, label })),
    text: stored === null && asked.name === "currency" ? scope.currency : text,
  };
}

const LENGTH: { readonly [input in Input]?: number } = { month: 7, day: 10, minute: 16 };

function firstText({ first = "" }: Asked, input: Input, { timeZone }: Scope): string {
  return first === "today" ? localText(now(), timeZone).slice(0, LENGTH[input]) : first;
}
