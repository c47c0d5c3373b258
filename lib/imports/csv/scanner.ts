import { isAscii } from "node:buffer";
import { type CsvRow, checked, SHOWN } from "@/lib/imports/csv/row";

export type Decoder = (bytes: Buffer) => string | null;

const [LF, CR, QUOTE] = [10, 13, 34];
const MOST_BYTES = 2 * 1024 * 1024;

/**
 * Cuts bytes into rows as RFC 4180 has it, in any mix of line ends. A row it cannot read is handed out as its first line with the
 * fault, and reading goes on at the next line: so an unclosed quote costs that row, and never the rest of the file.
 */
export class Scanner {
  private bytes: Buffer = Buffer.alloc(0);
  private at = 0;
  private line = 1;
  private ascii = true;
  private skipping = false;
  private readonly next = { lf: -2, cr: -2, quote: -2 };
  private readonly separator: number;

  constructor(
    private readonly delimiter: string,
    private readonly decode: Decoder,
    firstLine = 1,
  ) {
    this.separator = delimiter.charCodeAt(0);
    this.line = firstLine;
  }

  /** The rows that are whole now; with `last`, all that is left. */
  push(chunk: Buffer, { last }: { last: boolean }): CsvRow[] {
    this.bytes = this.at < this.bytes.length ? Buffer.concat([this.bytes.subarray(this.at), chunk]) : chunk;
    this.at = 0;
    this.ascii = isAscii(this.bytes);
    Object.assign(this.next, { lf: -2, cr: -2, quote: -2 });
    const rows: CsvRow[] = [];
    for (let row = this.read(last); row !== "more"; row = this.read(last)) if (row !== "blank") rows.push(row);
    return rows;
  }

  private read(last: boolean): CsvRow | "blank" | "more" {
    const { bytes, at } = this;
    if (at >= bytes.length) return "more";
    const end = this.lineEnd(at);
    const whole = end < bytes.length - 1 || (end < bytes.length && bytes[end] === LF) || last;
    if (this.skipping) return this.skip(whole ? end : bytes.length, whole);
    if (!whole && bytes.length - at <= MOST_BYTES) return "more";
    const quote = this.find("quote", QUOTE, at);
    if (quote < end) return this.quoted(end, last);
    if (!whole) return this.tooLong();
    return this.simple(end);
  }

  private simple(end: number): CsvRow | "blank" {
    const { line } = this;
    const text = this.text(this.at, end);
    const bytes = end - this.at;
    this.moveOver(end, 1);
    if (text === null) return this.undecodable(line, end - bytes, end);
    if (text.trim() === "" && !text.includes(this.delimiter)) return "blank";
    return checked(line, text.split(this.delimiter), bytes);
  }

  private quoted(firstEnd: number, last: boolean): CsvRow | "blank" | "more" {
    const { bytes, at, line, separator } = this;
    const cells: string[] = [];
    let decodable = true;
    const take = (from: number, to: number) => {
      const text = this.text(from, to);
      decodable &&= text !== null;
      cells.push(text ?? bytes.toString("utf8", from, to));
    };
    for (let from = at; ; ) {
      let end: number;
      if (bytes[from] === QUOTE) {
        const close = this.closing(from);
        if (close === -1 || (close + 1 >= bytes.length && !last)) {
          if (last || bytes.length - at > MOST_BYTES) return this.refuse(firstEnd, "a quote is opened and never closed");
          return "more";
        }
        take(from + 1, close);
        cells.push((cells.pop() ?? "").replaceAll('""', '"'));
        end = close + 1;
        const follows = bytes[end];
        if (end < bytes.length && follows !== separator && follows !== LF && follows !== CR)
          return this.refuse(firstEnd, "there is text after a closing quote");
      } else {
        end = from;
        while (end < bytes.length && bytes[end] !== separator && bytes[end] !== LF && bytes[end] !== CR) {
          if (bytes[end] === QUOTE) return this.refuse(firstEnd, "a quote stands in a cell that does not begin with one");
          end += 1;
        }
        if (end >= bytes.length - 1 && bytes[end] !== separator && bytes[end] !== LF && !last) return "more";
        take(from, end);
      }
      if (end < bytes.length && bytes[end] === separator) {
        from = end + 1;
        continue;
      }
      if (end === bytes.length - 1 && bytes[end] === CR && !last) return "more";
      this.moveOver(end, this.linesWithin(at, end) + 1);
      if (!decodable) return { line, cells, fault: { reason: "bad-encoding", detail: ENCODING } };
      return checked(line, cells, end - at);
    }
  }

  /** Where the quote opened at `from` closes; -1 where it does not. */
  private closing(from: number): number {
    const { bytes } = this;
    let close = bytes.indexOf(QUOTE, from + 1);
    while (close !== -1 && bytes[close + 1] === QUOTE) close = bytes.indexOf(QUOTE, close + 2);
    return close;
  }

  private refuse(end: number, detail: string): CsvRow {
    const { line, at } = this;
    const shown = this.text(at, end) ?? this.bytes.toString("utf8", at, end);
    if (end < this.bytes.length) this.moveOver(end, 1);
    else this.skipping = true;
    return { line, cells: [shown], fault: { reason: "unclosed-quote", detail } };
  }

  private undecodable(line: number, from: number, to: number): CsvRow {
    return {
      line,
      cells: this.bytes.toString("utf8", from, to).split(this.delimiter),
      fault: { reason: "bad-encoding", detail: ENCODING },
    };
  }

  private tooLong(): CsvRow {
    const { line, at } = this;
    this.skipping = true;
    return {
      line,
      cells: [this.bytes.toString("utf8", at, at + SHOWN)],
      fault: { reason: "out-of-range", detail: "the row is longer than 2 MB" },
    };
  }

  private skip(end: number, whole: boolean): "blank" | "more" {
    this.skipping = !whole;
    if (!whole) {
      this.at = end;
      return "more";
    }
    this.moveOver(end, 1);
    return "blank";
  }

  private moveOver(end: number, lines: number): void {
    const { bytes } = this;
    this.at = bytes[end] === CR && bytes[end + 1] === LF ? end + 2 : end + 1;
    this.line += lines;
  }

  private linesWithin(from: number, to: number): number {
    let lines = 0;
    for (let at = this.lineEnd(from); at < to; at = this.lineEnd(this.bytes[at] === CR && this.bytes[at + 1] === LF ? at + 2 : at + 1))
      lines += 1;
    return lines;
  }

  private lineEnd(from: number): number {
    return Math.min(this.find("lf", LF, from), this.find("cr", CR, from));
  }

  private find(what: "lf" | "cr" | "quote", byte: number, from: number): number {
    if (this.next[what] < from) {
      const found = this.bytes.indexOf(byte, from);
      this.next[what] = found === -1 ? this.bytes.length : found;
    }
    return this.next[what];
  }

  private text(from: number, to: number): string | null {
    return this.ascii ? this.bytes.toString("latin1", from, to) : this.decode(this.bytes.subarray(from, to));
  }
}

const ENCODING = "not in the file's encoding";
