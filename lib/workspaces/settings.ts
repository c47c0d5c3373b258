import type { z } from "zod";
import { UsageError } from "@/lib/kernel/usage-error";
import type { Sql } from "@/lib/platform/db";
import { withTenant } from "@/lib/platform/db";
import { enqueueRefresh } from "@/lib/platform/jobs";
import type { Scope } from "@/lib/platform/scope";
import { SETTINGS } from "@/lib/workspaces/setting-faces";

export { SETTINGS };

export type SettingKey = keyof typeof SETTINGS;
export type Settings = { [Key in SettingKey]: z.output<(typeof SETTINGS)[Key]["schema"]> };

/** What holds where nothing was changed. */
export const DEFAULT_SETTINGS: Settings = parseSettings({});

export async function readSettings(sql: Sql, scope: Scope): Promise<Settings> {
  const rows = await sql<{ key: string; value: string }>("SELECT key, value FROM app.setting WHERE workspace_id = $1::uuid", [
    scope.workspaceId,
  ]);
  return parseSettings(Object.fromEntries(rows.map(({ key, value }) => [key, value])));
}

/** Changes settings from their text, all or none. Throws a sentence naming the first that is unknown or out of range. */
export function changeSettings(scope: Scope, texts: Readonly<Record<string, string>>): Promise<Settings> {
  return withTenant(scope, ({ sql }) => writeSettings(sql, scope, texts));
}

/** The same inside a transaction that is open already. A value equal to its default leaves no row. */
export async function writeSettings(sql: Sql, scope: Scope, texts: Readonly<Record<string, string>>): Promise<Settings> {
  const wanted = parseSettings(texts);
  for (const key of Object.keys(texts).filter(isSettingKey)) {
    if (wanted[key] === SETTINGS[key].fallback) {
      await sql("DELETE FROM app.setting WHERE workspace_id = $1::uuid AND key = $2 RETURNING 1", [scope.workspaceId, key]);
    } else {
      await sql(
        "INSERT INTO app.setting (workspace_id, key, value) VALUES ($1::uuid, $2, $3) ON CONFLICT (workspace_id, key) DO UPDATE SET value = excluded.value WHERE setting.value <> excluded.value RETURNING 1",
        [scope.workspaceId, key, String(wanted[key])],
      );
    }
  }
  await enqueueRefresh(scope, sql);
  return readSettings(sql, scope);
}

/** The settings these texts make, defaults for the rest. */
export function parseSettings(texts: Readonly<Record<string, string>>): Settings {
  const unknown = Object.keys(texts).find((key) => !isSettingKey(key));
  if (unknown !== undefined) throw new UsageError(`There is no setting "${unknown}"; there are ${Object.keys(SETTINGS).join(", ")}.`);
  const parse = <Key extends SettingKey>(key: Key) => {
    const text = texts[key]?.trim();
    if (text === undefined) return SETTINGS[key].fallback;
    const parsed = text === "" ? undefined : SETTINGS[key].schema.safeParse(text);
    if (!parsed?.success) throw new UsageError(`${key} ${parsed?.error.issues[0]?.message ?? "needs a value"}, and is "${text}".`);
    return parsed.data;
  };
  return Object.fromEntries(
    Object.keys(SETTINGS)
      .filter(isSettingKey)
      .map((key) => [key, parse(key)]),
  ) as Settings;
}

function isSettingKey(key: string): key is SettingKey {
  return Object.hasOwn(SETTINGS, key);
}
