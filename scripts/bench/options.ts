import { parseArgs } from "node:util";
import { UsageError } from "@/lib/kernel/usage-error";

export type Options = {
  /** The accounts of the workspace that is measured. */
  readonly accounts: number;
  readonly months: number;
  /** How often each side of a ratio is measured; the middle of them counts. */
  readonly repeats: number;
  /** How many times a page is asked for on each side of each turn. */
  readonly requests: number;
  /** How long each load test lasts. */
  readonly seconds: number;
  /** Only these measurements; all where null. */
  readonly only: readonly string[] | null;
  /** The file that gets the numbers. */
  readonly json: string | null;
  readonly seed: number;
};

const WHOLE = {
  accounts: ["10000", 10, 1_000_000],
  months: ["36", 3, 120],
  repeats: ["5", 1, 50],
  requests: ["100", 1, 10_000],
  seconds: ["60", 1, 600],
  seed: ["1", 0, 1_000_000],
} as const;

export const USAGE =
  "bench [--accounts 10000] [--months 36] [--repeats 5] [--requests 100] [--seconds 60] [--only ID,ID] [--json FILE] [--seed 1]";

export function readOptions(args: readonly string[]): Options {
  const { values } = parsed(args);
  const whole = (name: keyof typeof WHOLE) => {
    const [usual, least, most] = WHOLE[name];
    const value = Number(values[name] ?? usual);
    if (!Number.isInteger(value) || value < least || value > most)
      throw new UsageError(`--${name} must be a whole number from ${least} to ${most}.`);
    return value;
  };
  return {
    accounts: whole("accounts"),
    months: whole("months"),
    repeats: whole("repeats"),
    requests: whole("requests"),
    seconds: whole("seconds"),
    seed: whole("seed"),
    only: values.only?.split(",") ?? null,
    json: values.json ?? null,
  };
}

function parsed(args: readonly string[]) {
  const text = { type: "string" } as const;
  try {
    return parseArgs({
      args: [...args],
      options: { accounts: text, months: text, repeats: text, requests: text, seconds: text, seed: text, only: text, json: text },
    });
  } catch (error) {
    throw new UsageError(`${error instanceof Error ? error.message.split(/\.\s/)[0] : "The arguments cannot be read"}. Usage: ${USAGE}`);
  }
}
