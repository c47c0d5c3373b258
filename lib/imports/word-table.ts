const SHARDS = 256;
const FIRST_SLOTS = 64;

type Words = readonly [number, number, ...number[]];
type Shard = { table: Uint32Array; slots: number; used: number };

/** Where an entry lies: its words are `table[at]`, `table[at + 1]` and so on. */
type Entry = { readonly table: Uint32Array; readonly at: number };

/**
 * Entries of a few 32-bit words each, found by the first of them; the last is never 0. Millions fit, and it grows a shard at a time, so
 * that growing never holds the whole twice.
 */
export class WordTable {
  private readonly shards: Shard[];

  constructor(
    private readonly width: number,
    private readonly keyed: number,
  ) {
    this.shards = Array.from({ length: SHARDS }, () => ({ table: new Uint32Array(FIRST_SLOTS * width), slots: FIRST_SLOTS, used: 0 }));
  }

  find(words: Words): Entry | null {
    const { table, slots } = this.shardOf(words);
    const at = this.place(table, slots, words);
    return table[at + this.width - 1] === 0 ? null : { table, at };
  }

  add(words: Words): void {
    const shard = this.shardOf(words);
    if (shard.used * 10 >= shard.slots * 8) this.grow(shard);
    shard.table.set(words, this.place(shard.table, shard.slots, words));
    shard.used += 1;
  }

  private shardOf(words: Words): Shard {
    const shard = this.shards[words[0] % SHARDS];
    if (!shard) throw new RangeError("a shard is numbered below 256");
    return shard;
  }

  private grow(shard: Shard): void {
    const { table: old } = shard;
    shard.slots = Math.ceil(shard.slots * 1.5);
    shard.table = new Uint32Array(shard.slots * this.width);
    for (let at = 0; at < old.length; at += this.width) {
      if (old[at + this.width - 1] === 0) continue;
      const words = old.subarray(at, at + this.width);
      shard.table.set(words, this.place(shard.table, shard.slots, words));
    }
  }

  private place(table: Uint32Array, slots: number, words: ArrayLike<number>): number {
    for (let slot = (words[1] ?? 0) % slots; ; slot = slot + 1 === slots ? 0 : slot + 1) {
      const at = slot * this.width;
      if (table[at + this.width - 1] === 0 || this.same(table, at, words)) return at;
    }
  }

  private same(table: Uint32Array, at: number, words: ArrayLike<number>): boolean {
    for (let word = 0; word < this.keyed; word += 1) if (table[at + word] !== words[word]) return false;
    return true;
  }
}
