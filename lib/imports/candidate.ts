import { copyText } from "@/lib/imports/copy-text";
import type { Field, Kind } from "@/lib/imports/kind";
import { type Prepared, type Reject, type Row, restOfKey, valueIn } from "@/lib/imports/prepared";
import type { Ids } from "@/lib/imports/references";
import { type Print, printOf } from "@/lib/imports/seen";
import { keyColumns } from "@/lib/imports/statements";
import { Tally } from "@/lib/imports/tally";

/** A row that waits for its chunk, as the text it is written with: its values are not kept, for they weigh ten times as much. */
export type Candidate = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly key: string;
  /** The external ids it names, empty where it names none. */
  readonly named: readonly string[];
  /** The instant that what it names must have begun by, where that matters. */
  readonly at: Date | null;
  readonly keys: string;
  /** Known by what it says, whatever its source: `keys` are then the part of its key that comes after the ids it names. */
  readonly shared: boolean;
  /** Null where the file has nothing but keys and references. */
  readonly content: string | null;
  /** By which its key is found again in the file; null where the key is no other row's. */
  readonly print: Print | null;
};

/** Writes the prepared rows of one file out, in its order; what was refused stays refused. `unique` tells that no two rows have one key. */
export function candidateOf(
  kind: Kind,
  content: readonly [string, Field][],
  { unique }: { unique: boolean },
): (prepared: Prepared) => Candidate | Reject {
  const sourced = kind.identity.includes("source");
  const columns = keyColumns(kind).map((column) => (column === "external_id" ? null : column));
  const shares = (row: Row) => sourced && kind.natural.length > 0 && valueIn(row, "externalId") === null;
  const bounded = kind.references.find(({ notBefore }) => notBefore !== undefined)?.notBefore;
  const tally = new Tally();
  return (prepared) => {
    if (prepared.row === undefined) return prepared;
    const { line, cells, row } = prepared;
    const named = kind.references.map(({ field }) => String(valueIn(row, field) ?? ""));
    const written = content.map(([name]) => copyText(valueIn(row, name))).join("\t");
    const counted = kind.counted && valueIn(row, "externalId") === null;
    const key = counted ? tally.keyOf([...named, written].join("\t")) : prepared.key;
    const shared = shares(row);
    const own = columns.map((column) => copyText(column === null ? key : valueIn(row, column)));
    const keys = shared ? copyText(restOfKey(kind, row)) : [...(sourced ? ["\\N"] : []), ...own].join("\t");
    const at = bounded === undefined ? null : valueIn(row, bounded);
    return {
      line,
      cells,
      key,
      named,
      at: at instanceof Date ? at : null,
      keys,
      shared,
      content: content.length === 0 ? null : written,
      print: counted || unique ? null : printOf(key, named.join("\t"), written),
    };
  };
}

/** The line it is written as, with the ids it refers to. Sources share a record that none of them has a name for: its source is empty. */
export function lineOf({ keys, shared, content }: Candidate, ids: Ids): string {
  const known = shared ? ["", [...ids, keys].join("/")] : [keys];
  return [...known, ...ids.map(copyText), ...(content === null ? [] : [content])].join("\t");
}

export function isRefused(row: Candidate | Reject): row is Reject {
  return "reason" in row;
}
