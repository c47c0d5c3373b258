import { isUtf8 } from "node:buffer";
import { createReadStream } from "node:fs";
import { asTheyWere } from "@/lib/imports/csv/rejected";
import type { CsvRow } from "@/lib/imports/csv/row";
import { type Decoder, Scanner } from "@/lib/imports/csv/scanner";
import { UsageError } from "@/lib/kernel/usage-error";

export const ENCODINGS = ["utf-8", "windows-1252", "latin1", "iso-8859-1", "utf-16le", "utf-16be"] as const;
export type Encoding = (typeof ENCODINGS)[number];
export type Dialect = { readonly delimiter?: string | undefined; readonly encoding?: Encoding | undefined };

const READ_BYTES = 256 * 1024;
const BOM = "\ufeff";
// What Windows-1252 has where Latin-1 has control characters; Node's own decoder gives those instead.
const WESTERN = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const SEPARATOR_LINE = /^sep=([^\r\n])(?:\r\n|\n|\r)/;

/** Bytes in order, however they come. */
export type Bytes = AsyncIterable<Buffer>;

export function bytesOf(path: string): Bytes {
  return createReadStream(path, { highWaterMark: READ_BYTES });
}

/** The rows of a CSV file, header first, a few hundred at a time. Those of a file of rejected rows come as they were before they were rejected. */
export function readCsv(source: Bytes, dialect: Dialect): AsyncGenerator<CsvRow[]> {
  return asTheyWere(rowsOf(source, dialect));
}

async function* rowsOf(source: Bytes, { delimiter, encoding }: Dialect): AsyncGenerator<CsvRow[]> {
  let scanner: Scanner | undefined;
  for await (const { bytes, last, known } of chunks(source, encoding)) {
    let rest = bytes;
    if (!scanner) {
      const named = SEPARATOR_LINE.exec(bytes.toString("latin1", 0, 16));
      if (named) rest = bytes.subarray(named[0].length);
      scanner = new Scanner(delimiter ?? named?.[1] ?? ",", decoder(known), named ? 2 : 1);
    }
    const rows = scanner.push(rest, { last });
    if (rows.length > 0) yield rows;
  }
}

export function checkDelimiter(delimiter: string): string {
  if (delimiter.length !== 1 || delimiter > "~" || '"\r\n'.includes(delimiter)) {
    throw new UsageError("The delimiter must be one plain character, such as a comma, a semicolon or a tab.");
  }
  return delimiter;
}

type Chunk = { bytes: Buffer; last: boolean; known: Encoding };

async function* chunks(source: Bytes, encoding: Encoding | undefined): AsyncGenerator<Chunk> {
  let known: Encoding | undefined;
  let wide: TextDecoder | undefined;
  let held: Buffer | undefined;
  for await (const chunk of source) {
    let bytes = chunk;
    if (known === undefined) {
      known = isMarkedUtf8(chunk) ? "utf-8" : (encoding ?? marked(chunk) ?? "utf-8"); // no other encoding has a text that begins so
      if (known.startsWith("utf-16")) wide = new TextDecoder(known, { fatal: true });
      else if (isMarkedUtf8(chunk)) bytes = chunk.subarray(3);
    }
    if (held) yield { bytes: held, last: false, known };
    held = wide ? narrowed(wide, bytes) : bytes;
  }
  const end = wide ? narrowed(wide) : Buffer.alloc(0);
  yield { bytes: held ? Buffer.concat([held, end]) : end, last: true, known: known ?? "utf-8" };
}

function isMarkedUtf8(start: Buffer): boolean {
  return start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf;
}

function marked(start: Buffer): Encoding | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  return start[0] === 0xfe && start[1] === 0xff ? "utf-16be" : undefined;
}

function narrowed(decoder: TextDecoder, bytes?: Buffer): Buffer {
  try {
    const text = bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode();
    return Buffer.from(text.startsWith(BOM) ? text.slice(1) : text, "utf8");
  } catch {
    throw new Error("The file is not in the UTF-16 it says it is in; nothing was read.");
  }
}

function decoder(encoding: Encoding): Decoder {
  if (encoding === "utf-8" || encoding.startsWith("utf-16")) return (bytes) => (isUtf8(bytes) ? bytes.toString("utf8") : null);
  return (bytes) => bytes.toString("latin1").replace(/[\x80-\x9f]/g, (control) => WESTERN[control.charCodeAt(0) - 0x80] ?? control);
}
