/** Where a command speaks: `json` prints one value a call on stdout, `line` plain text there, `say` words for a person on stderr. */
export type Out = { json(value: unknown): void; line(text: string): void; say(text: string): void };

/** One word after `cli --`. `run` gets what follows it, throws a UsageError for wrong usage, and may return an exit code other than 0. */
export type Command = {
  readonly name: string;
  readonly usage: string;
  readonly words: string;
  run(args: readonly string[], out: Out): Promise<number | undefined>;
};
