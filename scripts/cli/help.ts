import { commands } from "./registry";

/** Every command with its usage and what it does. */
export async function helpText(): Promise<string> {
  const loaded = await Promise.all(Object.values(commands).map((load) => load()));
  return loaded.map(({ command: { usage, words } }) => `${usage}\n  ${words}`).join("\n");
}
