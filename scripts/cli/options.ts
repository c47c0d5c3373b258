import { type ParseArgsConfig, parseArgs } from "node:util";
import { UsageError } from "@/lib/kernel/usage-error";
import { type Scope, systemScope } from "@/lib/platform/scope";

/** node's parseArgs, with its complaints as one plain sentence. */
export function parsed<const Options extends NonNullable<ParseArgsConfig["options"]>>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    throw new UsageError(
      error instanceof Error ? `${error.message.split(/\.\s/)[0]?.replace(/\.?$/, ".")}` : "The arguments cannot be read.",
    );
  }
}

/** The value of an option that must be there. */
export function needed(value: string | undefined, name: string): string {
  if (value === undefined || value.trim() === "") throw new UsageError(`--${name} is needed.`);
  return value;
}

/** Exactly these positional arguments, by name. */
export function positional(given: readonly string[], ...names: string[]): string[] {
  const missing = names[given.length];
  if (missing !== undefined) throw new UsageError(`${missing} is needed.`);
  if (given.length > names.length) throw new UsageError(`${given[names.length]} is one argument too many.`);
  return [...given];
}

/** The workspace a command works in. */
export async function workspaceScope(slug: string | undefined): Promise<Scope> {
  const wanted = needed(slug, "workspace");
  const scope = await systemScope(wanted, "command line");
  if (!scope) throw new UsageError(`There is no workspace called ${wanted}.`);
  return scope;
}
