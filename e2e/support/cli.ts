import { run, typescript } from "../../scripts/server/run.mjs";
import { environment, installation } from "./installation";

/** Runs the command line against the installation under test and returns what it printed on stdout, parsed. */
export async function cli(...args: string[]): Promise<unknown> {
  const printed = await run(process.execPath, [...typescript("scripts/cli/main.ts"), ...args], {
    env: environment(installation()),
    what: `cli ${args[0]}`,
  });
  return printed.trim() === "" ? null : JSON.parse(printed);
}
