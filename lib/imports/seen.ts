import { createHash } from "node:crypto";

const WORDS = 6;
const FIRST_SLOTS = 1 << 12;

/** The keys a file has shown so far, with the line and the content they came with: 24 bytes a key, so that millions fit. */
export class Seen {
  private table = new Uint32Array(FIRST_SLOTS * WORDS);
  private slots = FIRST_SLOTS;
  private used = 0;

  /** The line a key was first met on, and whether with the same content; null where it is new. */
  find({ words }: Print): { line: number; same: boolean } | null {
    const at = this.place(words);
    const line = this.table[at + 5] ?? 0;
    return line === 0 ? null : { line, same: this.table[at + 3] === words[3] && this.table[at + 4] === words[4] };
  }

  add({ words }: Print, line: number): void {
    if (this.used * 10 > this.slots * 7) this.grow();
    this.put(words, line);
    this.used += 1;
  }

  private put(words: ArrayLike<number>, line: number): void {
    const at = this.place(words);
    for (let word = 0; word < 5; word += 1) this.table[at + word] = words[word] ?? 0;
    this.table[at + 5] = line;
  }

  private place(words: ArrayLike<number>): number {
    const { table, slots } = this;
    for (let slot = (words[0] ?? 0) % slots; ; slot = (slot + 1) % slots) {
      const at = slot * WORDS;
      if (table[at + 5] === 0) return at;
      if (table[at] === words[0] && table[at + 1] === words[1] && table[at + 2] === words[2]) return at;
    }
  }

  private grow(): void {
    const { table: old } = this;
    this.slots *= 2;
    this.table = new Uint32Array(this.slots * WORDS);
    for (let at = 0; at < old.length; at += WORDS) {
      const line = old[at + 5] ?? 0;
      if (line !== 0) this.put(old.subarray(at, at + 5), line);
    }
  }
}

/** A row's key and content, hashed to 96 and 64 bits. */
export type Print = { readonly key: string; readonly words: Uint32Array };

export function printOf(key: string, content: string): Print {
  const [of, made] = [digest(key), digest(content)];
  const words = Uint32Array.of(of.readUInt32LE(0), of.readUInt32LE(4), of.readUInt32LE(8), made.readUInt32LE(0), made.readUInt32LE(4));
  return { key, words };
}

function digest(text: string): Buffer {
  return createHash("md5").update(text).digest();
}
