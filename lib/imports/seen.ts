const WORDS = 6;
const SHARDS = 256;
const FIRST_SLOTS = 64;

type Shard = { table: Uint32Array; slots: number; used: number };

/**
 * The keys a file has shown so far, with the line and the content they came with: 24 bytes a key, so that millions fit. It grows a
 * shard at a time, so that growing never holds the whole twice.
 */
export class Seen {
  private readonly shards: Shard[] = Array.from({ length: SHARDS }, () => ({
    table: new Uint32Array(FIRST_SLOTS * WORDS),
    slots: FIRST_SLOTS,
    used: 0,
  }));

  /** The line a key was first met on, and whether with the same content; null where it is new. */
  find({ words }: Print): { line: number; same: boolean } | null {
    const { table, slots } = this.shardOf(words);
    const at = place(table, slots, words);
    const line = table[at + 5] ?? 0;
    return line === 0 ? null : { line, same: table[at + 3] === words[3] && table[at + 4] === words[4] };
  }

  add({ words }: Print, line: number): void {
    const shard = this.shardOf(words);
    if (shard.used * 10 >= shard.slots * 8) grow(shard);
    put(shard, words, line);
    shard.used += 1;
  }

  private shardOf(words: Words): Shard {
    const shard = this.shards[words[0] % SHARDS];
    if (!shard) throw new RangeError("a shard is numbered below 256");
    return shard;
  }
}

function grow(shard: Shard): void {
  const { table: old } = shard;
  shard.slots = Math.ceil(shard.slots * 1.5);
  shard.table = new Uint32Array(shard.slots * WORDS);
  for (let at = 0; at < old.length; at += WORDS) {
    const [a = 0, b = 0, c = 0, d = 0, e = 0, line = 0] = old.subarray(at, at + WORDS);
    if (line !== 0) put(shard, [a, b, c, d, e], line);
  }
}

function put({ table, slots }: Shard, words: Words, line: number): void {
  const at = place(table, slots, words);
  for (let word = 0; word < 5; word += 1) table[at + word] = words[word] ?? 0;
  table[at + 5] = line;
}

function place(table: Uint32Array, slots: number, [first, second, third]: Words): number {
  for (let slot = second % slots; ; slot = slot + 1 === slots ? 0 : slot + 1) {
    const at = slot * WORDS;
    if (table[at + 5] === 0) return at;
    if (table[at] === first && table[at + 1] === second && table[at + 2] === third) return at;
  }
}

type Words = readonly [number, number, number, number, number];

/** A row's key and content, hashed to 96 and 64 bits. */
export type Print = { readonly words: Words };

export function printOf(key: string, ...content: readonly string[]): Print {
  const [a, b] = hashed(key, 0x9e3779b9);
  const [c] = hashed(key, 0x85ebca6b);
  const [d, e] = hashed(content.join("\t"), 0xc2b2ae35);
  return { words: [a, b, c, d, e] };
}

// Two lanes of multiply and mix with the finish of MurmurHash3: not against malice, which could only refuse rows of its own file.
function hashed(text: string, seed: number): [number, number] {
  let one = 0xdeadbeef ^ seed;
  let two = 0x41c6ce57 ^ seed;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    one = Math.imul(one ^ code, 2654435761);
    two = Math.imul(two ^ code, 1597334677);
  }
  one = Math.imul(one ^ (one >>> 16), 2246822507) ^ Math.imul(two ^ (two >>> 13), 3266489909);
  two = Math.imul(two ^ (two >>> 16), 2246822507) ^ Math.imul(one ^ (one >>> 13), 3266489909);
  return [one >>> 0, two >>> 0];
}
