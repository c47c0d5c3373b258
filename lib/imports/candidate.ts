import { copyText } from "@/lib/imports/copy-text";
import type { Field, Kind } from "@/lib/imports/kind";
import { type Prepared, type Reject, valueIn } from "@/lib/imports/prepared";
import { type Print, printOf } from "@/lib/imports/seen";
import { keyColumns } from "@/lib/imports/statements";

/** A row that waits for its chunk, as the text it is written with: its values are not kept, for they weigh ten times as much. */
export type Candidate = {
  readonly line: number;
  readonly cells: readonly string[];
  readonly key: string;
  /** The external ids it names. */
  readonly named: readonly string[];
  readonly keys: string;
  /** Null where the file has nothing but keys and references. */
  readonly content: string | null;
  readonly print: Print;
};

/** Writes prepared rows out; what was refused stays refused. */
export function candidateOf(kind: Kind, content: readonly [string, Field][]): (prepared: Prepared) => Candidate | Reject {
  const columns = keyColumns(kind).map((column) => (column === "external_id" ? null : column));
  return (prepared) => {
    if (prepared.row === undefined) return prepared;
    const { line, cells, key, row } = prepared;
    const named = kind.references.map(({ field }) => String(valueIn(row, field)));
    const written = content.map(([name]) => copyText(valueIn(row, name))).join("\t");
    const keys = columns.map((column) => copyText(column === null ? key : valueIn(row, column))).join("\t");
    return {
      line,
      cells,
      key,
      named,
      keys,
      content: content.length === 0 ? null : written,
      print: printOf(key, named.join("\t"), written),
    };
  };
}

export function isRefused(row: Candidate | Reject): row is Reject {
  return "reason" in row;
}
