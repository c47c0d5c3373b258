import { UsageError } from "@/lib/kernel/usage-error";
import { closePool } from "@/lib/platform/pool";
import type { Out } from "./command";
import { helpText } from "./help";
import { commands } from "./registry";

const out: Out = {
  json: (value) => process.stdout.write(`${JSON.stringify(value)}\n`),
  line: (text) => process.stdout.write(`${text}\n`),
  say: (text) => process.stderr.write(`${text}\n`),
};

// The exit code is set, and not forced, so that a pipe still gets all that was written.
process.exitCode = await main(process.argv.slice(2));
await closePool();

async function main([name, ...args]: string[]): Promise<number> {
  try {
    if (name === "--help" || name === "help") {
      out.say(await helpText());
      return 0;
    }
    const load = name === undefined ? undefined : commands[name];
    if (!load)
      throw new UsageError(
        `${name === undefined ? "Say what to do" : `There is no command called ${name}`}: ${Object.keys(commands).join(", ")}.`,
      );
    const { command } = await load();
    if (args.includes("--help")) {
      out.say(`${command.usage}\n${command.words}`);
      return 0;
    }
    return (await command.run(args, out)) ?? 0;
  } catch (error) {
    out.say(error instanceof Error ? error.message : String(error));
    return error instanceof UsageError ? 2 : 1;
  }
}
