import type { Kind } from "@/lib/imports/kind";
import { csvText } from "@/lib/kernel/csv";

/** A file of one kind to begin with: a heading for every field, and one row as people would write it, in the workspace's currency. */
export function templateOf({ fields, example }: Kind, { currency }: { currency: string }): string {
  const columns = Object.entries(fields).flatMap(([name, { read }]) =>
    read === "attributes" ? Object.keys(example).filter((column) => column.startsWith(`${name}.`)) : [name],
  );
  return csvText([columns, columns.map((column) => (fields[column]?.fallback ? currency : (example[column] ?? null)))]);
}
