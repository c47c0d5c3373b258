const FIRST_SLOTS = 1 << 16;
const MOST_SLOTS = 1 << 20;
const FULL = 0.8;

type Words = readonly [number, number, ...number[]];

/** Where an entry lies: its words are `table[at]`, `table[at + 1]` and so on. */
type Entry = { readonly table: Uint32Array; readonly at: number };

/**
 * Entries of a few 32-bit words each, found by the first two of them, which are hashes; the last is never 0. Millions fit: a table that is
 * full is left as it is and another one begun beside it, so that growing never copies, nor leaves what it copied to be collected.
 */
export class WordTable {
  private readonly full: Uint32Array[] = [];
  private last: Uint32Array;
  private used = 0;

  constructor(private readonly width: number) {
    this.last = new Uint32Array(FIRST_SLOTS * width);
  }

  find(words: Words): Entry | null {
    for (const table of [this.last, ...this.full]) {
      const at = this.place(table, words);
      if (table[at + this.width - 1] !== 0) return { table, at };
    }
    return null;
  }

  add(words: Words): void {
    const slots = this.last.length / this.width;
    if (this.used >= slots * FULL) {
      this.full.push(this.last);
      this.last = new Uint32Array(Math.min(slots * 2, MOST_SLOTS) * this.width);
      this.used = 0;
    }
    this.last.set(words, this.place(this.last, words));
    this.used += 1;
  }

  private place(table: Uint32Array, [first, second]: Words): number {
    for (let at = (first % (table.length / this.width)) * this.width; ; at = at + this.width === table.length ? 0 : at + this.width) {
      if (table[at + this.width - 1] === 0 || (table[at] === first && table[at + 1] === second)) return at;
    }
  }
}
