import { UsageError } from "@/lib/kernel/usage-error";
import { createWorkspace, renameWorkspace } from "@/lib/workspaces/mutations";
import { changeSettings, parseSettings } from "@/lib/workspaces/settings";
import type { Command } from "./command";
import { needed, parsed, workspaceScope } from "./options";

export const command: Command = {
  name: "workspace",
  usage:
    "workspace create --slug S --name N [--currency USD] [--timezone UTC] · workspace set --slug S [--name N] [--currency USD] [--timezone UTC] KEY=VALUE …",
  words: "Makes a workspace with nobody in it, or changes a workspace's settings; its currency and time zone only until it holds records.",
  async run(args, out) {
    const { values, positionals } = parsed(args, {
      slug: { type: "string" },
      name: { type: "string" },
      currency: { type: "string" },
      timezone: { type: "string" },
    });
    const [action, ...rest] = positionals;
    const slug = needed(values.slug, "slug");
    if (action === "create") {
      out.json(await createWorkspace({ slug, name: needed(values.name, "name"), currency: values.currency, timeZone: values.timezone }));
    } else if (action === "set") {
      const settings = Object.fromEntries(rest.map(pair));
      parseSettings(settings);
      const { name, currency, timezone } = values;
      if (name ?? currency ?? timezone) await renameWorkspace(await workspaceScope(slug), { name, currency, timeZone: timezone });
      out.json(await changeSettings(await workspaceScope(slug), settings));
    } else {
      throw new UsageError("Say workspace create or workspace set.");
    }
    return 0;
  },
};

function pair(text: string): [string, string] {
  const at = text.indexOf("=");
  if (at < 1) throw new UsageError(`"${text}" is not KEY=VALUE.`);
  return [text.slice(0, at), text.slice(at + 1)];
}
