import { readFile } from "node:fs/promises";
import { z } from "zod";
import { UsageError } from "@/lib/kernel/usage-error";
import type { Command, Out } from "./command";
import { parsed, positional } from "./options";
import { differences } from "./vectors/compare";
import { adapters } from "./vectors/registry";
import { inScratchDatabase } from "./vectors/scratch-database";
import { Vector } from "./vectors/vector";

export const command: Command = {
  name: "vectors",
  usage: "vectors FILE.json [--only METRIC]… [--fail-fast]",
  words:
    "Runs a file of test vectors against the product: one line a failure, then how many passed and failed. METRIC may end in * (mrr.*).",
  async run(args, out) {
    const { values, positionals } = parsed(args, { only: { type: "string", multiple: true }, "fail-fast": { type: "boolean" } });
    const [file = ""] = positional(positionals, "FILE.json");
    const vectors = (await readVectors(file)).filter(({ metric }) => wanted(metric, values.only));
    if (vectors.length === 0) throw new UsageError("No vector in the file is of that metric.");
    return inScratchDatabase(out, () => checked(vectors, values["fail-fast"] ?? false, out));
  },
};

async function checked(vectors: readonly Vector[], failFast: boolean, out: Out): Promise<number> {
  let failed = 0;
  let passed = 0;
  for (const vector of vectors) {
    const wrong = await faults(vector);
    if (wrong.length === 0) passed += 1;
    else {
      failed += 1;
      out.line(`${vector.id} ${vector.metric}: ${wrong.join("; ")}`);
      if (failFast) break;
    }
  }
  out.line(`${passed} passed, ${failed} failed`);
  return failed === 0 ? 0 : 1;
}

async function readVectors(file: string): Promise<Vector[]> {
  const text = await readFile(file, "utf8").catch(() => {
    throw new Error(`${file} cannot be read.`);
  });
  const vectors = z.array(Vector).safeParse(parsedJson(text));
  if (!vectors.success) throw new Error(`${file} is not a list of vectors, each with id, metric, input and expected.`);
  return vectors.data;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function wanted(metric: string, only: readonly string[] | undefined): boolean {
  return only === undefined || only.some((name) => (name.endsWith("*") ? metric.startsWith(name.slice(0, -1)) : metric === name));
}

/** What is wrong with the product's answer to a vector, a sentence each; nothing where it is right. */
async function faults({ metric, input, expected, tolerance }: Vector): Promise<string[]> {
  const ask = adapters[metric];
  if (ask === undefined) return ["the product knows no such metric"];
  try {
    return differences(expected, await ask(input), tolerance);
  } catch (error) {
    return [(error instanceof Error ? error.message : String(error)).replaceAll(/\s+/g, " ")];
  }
}
