import { isUtf8 } from "node:buffer";
import { type Dialect, type Encoding, readCsv } from "@/lib/imports/csv/read";
import type { CsvRow } from "@/lib/imports/csv/row";
import { UsageError } from "@/lib/kernel/usage-error";

/** The beginning of a file, read as CSV: enough to see what it is. */
export type Sample = {
  readonly header: readonly string[];
  readonly rows: readonly CsvRow[];
  readonly delimiter: string;
  readonly encoding: Encoding;
};

const MOST_ROWS = 2_000;
const MOST_COLUMNS = 500;
const LOOKED_AT = 64 * 1024;
const DELIMITERS = [",", ";", "\t", "|"] as const;

/** Reads the start of a file as told, and as its bytes look where nothing is told. */
export async function readSample(start: Buffer, { whole }: { whole: boolean }, told: Dialect = {}): Promise<Sample> {
  const encoding = told.encoding ?? encodingOf(start, whole);
  const bytes = whole ? start : wholeLines(start, encoding);
  const delimiter = told.delimiter ?? (await delimiterOf(bytes, encoding));
  const [first, ...rows] = await rowsOf(bytes, { encoding, delimiter }, MOST_ROWS);
  if (!first || first.fault || first.cells.some((name) => name.includes("\0")))
    throw new UsageError(
      "The first line of this file cannot be read as a header. Check the delimiter and the encoding, or export it again.",
    );
  if (first.cells.length > MOST_COLUMNS)
    throw new UsageError(`This file has ${first.cells.length} columns; at most ${MOST_COLUMNS} can be read. Export it with fewer.`);
  return { header: first.cells, rows, delimiter, encoding };
}

async function rowsOf(bytes: Buffer, dialect: Dialect, most: number): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readCsv(once(bytes), dialect)) rows.push(...batch.slice(0, most - rows.length));
  return rows;
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function encodingOf(start: Buffer, whole: boolean): Encoding {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  const head = start.subarray(0, 512);
  const nuls = head.filter((byte) => byte === 0).length;
  if (nuls > head.length / 3) return head[0] === 0 ? "utf-16be" : "utf-16le";
  // A character may be cut at the end of the sample.
  return isUtf8(whole ? start : start.subarray(0, start.lastIndexOf(10) + 1)) ? "utf-8" : "windows-1252";
}

/** Up to the last line end, so that a row that was cut is not taken for a bad one. */
function wholeLines(bytes: Buffer, encoding: Encoding): Buffer {
  if (!encoding.startsWith("utf-16")) return bytes.subarray(0, Math.max(bytes.lastIndexOf(10), bytes.lastIndexOf(13)) + 1 || bytes.length);
  const feed = encoding === "utf-16le" ? Buffer.from([10, 0]) : Buffer.from([0, 10]);
  let end = bytes.lastIndexOf(feed);
  while (end > 0 && end % 2 === 1) end = bytes.lastIndexOf(feed, end - 1);
  return end === -1 ? bytes : bytes.subarray(0, end + 2);
}

/** The delimiter that cuts the first rows into the most cells, as many in each; a `sep=` line decides alone. */
async function delimiterOf(bytes: Buffer, encoding: Encoding): Promise<string> {
  const named = /^sep=([^\r\n])/.exec(bytes.toString("latin1", 0, 8))?.[1];
  if (named) return named;
  const looked = bytes.length > LOOKED_AT ? wholeLines(bytes.subarray(0, LOOKED_AT), encoding) : bytes;
  let best = { delimiter: ",", score: 0 };
  for (const delimiter of DELIMITERS) {
    const rows = await rowsOf(looked, { encoding, delimiter }, 100).catch(() => []);
    const width = rows[0]?.cells.length ?? 1;
    const alike = rows.filter(({ cells, fault }) => !fault && cells.length === width).length / Math.max(rows.length, 1);
    const score = width > 1 ? alike * 1_000 + width : 0;
    if (score > best.score) best = { delimiter, score };
  }
  return best.delimiter;
}
