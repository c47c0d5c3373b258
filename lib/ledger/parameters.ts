/** Collects the parameters of a statement while its text is put together; values never enter the text. */
export class Parameters {
  readonly values: unknown[] = [];

  /** Adds a value and returns its place, cast to `type`. */
  place(value: unknown, type: string): string {
    this.values.push(value);
    return `$${this.values.length}::${type}`;
  }
}
