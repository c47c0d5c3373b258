import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { MOST_BYTES } from "@/lib/imports/files/limits";
import { contentRefusal, sizeRefusal } from "@/lib/imports/files/refusal";
import { readSample } from "@/lib/imports/files/sample";

const refused = (start: Buffer, whole = true) => contentRefusal("book.csv", start, { whole });

test("a zip, an Excel book old or new, and what is packed are told by their first bytes, and never unpacked", () => {
  const zip = Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(4_000)]);
  const old = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.alloc(4_000)]);
  for (const bomb of [zip, old, gzipSync(Buffer.alloc(10_000_000))]) expect(refused(bomb)).toMatch(/export it as CSV/);
});

test("what is no text is told; single NULs and UTF-16 are not that", () => {
  expect(refused(Buffer.from([0, 1, 2, 255, 0, 9, 10, 200]))).toMatch(/not text/);
  expect(refused(Buffer.from(`id,name\n${"1,Anna\n".repeat(500)}2,a\0b\n`))).toBeNull();
  expect(refused(Buffer.from("\ufeffid,name\n1,a\n", "utf16le"))).toBeNull();
  expect(refused(Buffer.from("id,name\n1,a\n", "utf16le"))).toBeNull();
});

test("a megabyte without a line end is no CSV file, at once", () => {
  expect(refused(Buffer.alloc(1024 * 1024, 65), false)).toMatch(/first line of more than 1 MB/);
});

test("nothing and too much are refused before they are read", () => {
  expect(sizeRefusal("a.csv", 0)).toMatch(/is empty/);
  expect(sizeRefusal("a.csv", MOST_BYTES)).toBeNull();
  expect(sizeRefusal("a.csv", MOST_BYTES + 1)).toMatch(/201 MB; a file may have 200/);
  expect(sizeRefusal("a.csv", 1_000_000_000)).toMatch(/Split it/);
});

test("a hundred thousand columns are refused in a sentence", async () => {
  const start = Buffer.from(`${Array.from({ length: 100_000 }, (_, n) => `c${n}`)}\n`);
  await expect(readSample(start, { whole: true })).rejects.toThrow("at most 500");
});
