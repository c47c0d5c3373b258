import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { Dialect } from "@/lib/imports/csv/read";
import { REJECT_COLUMNS } from "@/lib/imports/csv/rejected";
import type { Reject } from "@/lib/imports/prepared";
import { CSV_START, isGuarded } from "@/lib/kernel/csv";

/** The file that rejected rows go to, as they were read, after the line they began on and the reason. */
export type RejectFile = { write(rejects: readonly Reject[]): Promise<void>; close(): Promise<void> };

/** The file is cut as the one it comes from, so that the same map reads it; where that map names another encoding than ours, it begins with the mark of ours. */
export async function openRejectFile(
  path: string,
  header: readonly string[],
  { delimiter = ",", encoding = "utf-8" }: Dialect = {},
): Promise<RejectFile> {
  const file = createWriteStream(path);
  await once(file, "open").catch((error: Error) => {
    throw new Error(
      `The file ${path} for rejected rows cannot be written (${"code" in error ? error.code : error.message}); nothing was read.`,
    );
  });
  const start = encoding === "utf-8" ? "" : CSV_START;
  await put(file, start + csvLine([...REJECT_COLUMNS, ...header], delimiter));
  return {
    write: (rejects) => put(file, rejects.map(({ line, reason, cells }) => csvLine([String(line), reason, ...cells], delimiter)).join("")),
    close: async () => {
      file.end();
      await once(file, "close");
    },
  };
}

async function put(file: WriteStream, text: string): Promise<void> {
  if (text !== "" && !file.write(text)) await once(file, "drain");
}

function csvLine(cells: readonly string[], delimiter: string): string {
  return `${cells.map((cell) => cellOf(cell, delimiter)).join(delimiter)}\r\n`;
}

// As read; only what looks guarded gets an apostrophe more, for one is taken off when the file is read again.
function cellOf(cell: string, delimiter: string): string {
  const text = isGuarded(cell) ? `'${cell}` : cell;
  return text.includes(delimiter) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
