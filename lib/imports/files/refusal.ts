import { isUtf8 } from "node:buffer";
import { MOST_BYTES } from "@/lib/imports/files/limits";

const ZIPPED = [
  [0x50, 0x4b, 0x03, 0x04],
  [0x50, 0x4b, 0x05, 0x06],
  [0x1f, 0x8b],
  [0x42, 0x5a, 0x68],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
  [0xfd, 0x37, 0x7a, 0x58],
  [0x28, 0xb5, 0x2f, 0xfd],
];
const OLD_EXCEL = [0xd0, 0xcf, 0x11, 0xe0];
const MEGABYTE = 1024 * 1024;

/** Why a file of this size is not taken; null where it is. */
export function sizeRefusal(name: string, bytes: number): string | null {
  if (bytes === 0) return `${name} is empty. Nothing was kept; upload a file with a header line and rows.`;
  if (bytes <= MOST_BYTES) return null;
  return `${name} has ${Math.ceil(bytes / MEGABYTE)} MB; a file may have ${MOST_BYTES / MEGABYTE}. Split it, each part with the header line, and upload the parts.`;
}

/** Why a file that begins like this is not taken; null where it may be a CSV file. Nothing is unpacked: a zip is known by its first bytes. */
export function contentRefusal(name: string, start: Buffer, { whole }: { whole: boolean }): string | null {
  const begins = (magic: readonly number[]) => magic.every((byte, index) => start[index] === byte);
  if (ZIPPED.some(begins) || begins(OLD_EXCEL))
    return `${name} is a spreadsheet or a packed file, not CSV. Open it, save or export it as CSV, and upload that. Nothing was kept.`;
  if (begins([0xff, 0xfe]) || begins([0xfe, 0xff])) return null;
  if (start.includes(0, 0) && isBinary(start)) return `${name} is not text. Export it as CSV and upload that. Nothing was kept.`;
  if (!whole && !start.includes(10) && !start.includes(13))
    return `${name} has a first line of more than 1 MB, so it is no CSV file. Nothing was kept.`;
  return null;
}

// Single NULs occur in bad exports and cost their rows alone; text in UTF-16 without a mark is NULs at every other place.
function isBinary(start: Buffer): boolean {
  const head = start.subarray(0, 4096);
  const nuls = head.filter((byte) => byte === 0).length;
  const odd = head.filter((byte, index) => byte === 0 && index % 2 === 1).length;
  if (nuls > head.length / 3 && (odd === nuls || odd === 0)) return false;
  return nuls > head.length / 100 || (nuls > 0 && !isUtf8(head.subarray(0, head.lastIndexOf(10) + 1)));
}
