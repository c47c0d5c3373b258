import { once } from "node:events";
import { createWriteStream, type WriteStream } from "node:fs";
import type { Reject } from "@/lib/imports/prepared";

/** The file that rejected rows go to, as they were read, after the line they began on and the reason. */
export type RejectFile = { write(rejects: readonly Reject[]): Promise<void>; close(): Promise<void> };

export async function openRejectFile(path: string, header: readonly string[]): Promise<RejectFile> {
  const file = createWriteStream(path);
  await once(file, "open").catch((error: Error) => {
    throw new Error(
      `The file ${path} for rejected rows cannot be written (${"code" in error ? error.code : error.message}); nothing was read.`,
    );
  });
  await put(file, csvLine(["line", "reason", ...header]));
  return {
    write: (rejects) => put(file, rejects.map(({ line, reason, cells }) => csvLine([String(line), reason, ...cells])).join("")),
    close: async () => {
      file.end();
      await once(file, "close");
    },
  };
}

async function put(file: WriteStream, text: string): Promise<void> {
  if (text !== "" && !file.write(text)) await once(file, "drain");
}

export function csvLine(cells: readonly string[]): string {
  return `${cells.map((cell) => (/[",\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(",")}\r\n`;
}
