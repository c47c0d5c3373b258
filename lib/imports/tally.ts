import { hash } from "node:crypto";
import { WordTable } from "@/lib/imports/word-table";

/** Counts how often a file has shown a content so far, in 12 bytes for each. */
export class Tally {
  private readonly counts = new WordTable(3);

  /** What a row of that content is known by: a hash of it, and the how manieth it is. */
  keyOf(content: string): string {
    const digest = hash("sha256", content, "buffer");
    return `${digest.toString("base64url", 0, 16)}/${this.next([digest.readUInt32LE(0), digest.readUInt32LE(4)])}`;
  }

  private next(words: readonly [number, number]): number {
    const found = this.counts.find(words);
    if (found === null) {
      this.counts.add([...words, 1]);
      return 1;
    }
    const { table, at } = found;
    const count = (table[at + 2] ?? 0) + 1;
    table[at + 2] = count;
    return count;
  }
}
