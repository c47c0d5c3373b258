import { WordTable } from "@/lib/imports/word-table";

/** The keys a file has shown so far, with the line and the content they came with: 16 bytes a key. */
export class Seen {
  private readonly prints = new WordTable(4);

  /** The line a key was first met on, and whether with the same content; null where it is new. */
  find({ key, content }: Print): { line: number; same: boolean } | null {
    const found = this.prints.find(key);
    if (found === null) return null;
    const { table, at } = found;
    return { line: table[at + 3] ?? 0, same: table[at + 2] === content };
  }

  add({ key, content }: Print, line: number): void {
    this.prints.add([...key, content, line]);
  }
}

/** A row's key, hashed to 64 bits, and its content, to 32. */
export type Print = { readonly key: readonly [number, number]; readonly content: number };

export function printOf(key: string, ...content: readonly string[]): Print {
  const [print] = hashed(content.join("\t"), 0xc2b2ae35);
  return { key: hashed(key, 0x9e3779b9), content: print };
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
