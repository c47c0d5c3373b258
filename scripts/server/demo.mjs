// The demo workspace, loaded the first time this installation meets its database.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { ROOT, run, typescript } from "./run.mjs";
import { dataFolder } from "./settings.mjs";

const PROGRAM = "scripts/demo.ts";

/** Whether it is still to be loaded. */
export function needsDemo() {
  return process.env.BELLWETHER_DEMO !== "0" && existsSync(join(ROOT, PROGRAM)) && !existsSync(noteFile());
}

export async function loadDemo(env) {
  const said = await run(process.execPath, typescript(PROGRAM), { env, what: "Loading the demo workspace" });
  const { slug, email, password } = JSON.parse(said.trim().split("\n").at(-1));
  writeFileSync(noteFile(), `${JSON.stringify({ slug, email, password })}\n`, { mode: 0o600 });
}

/** How to sign in to it: { slug, email, password? }; undefined where it was not loaded from here, or has been removed since. */
export async function demoSignIn(appUrl) {
  if (process.env.BELLWETHER_DEMO === "0" || !existsSync(noteFile())) return undefined;
  const note = JSON.parse(readFileSync(noteFile(), "utf8"));
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: appUrl, connectionTimeoutMillis: 5_000 });
  await client.connect();
  const { rowCount } = await client.query("SELECT FROM identity.workspace_by_slug($1)", [note.slug]).finally(() => client.end());
  return rowCount ? note : undefined;
}

function noteFile() {
  const { DATABASE_URL } = process.env;
  if (DATABASE_URL === undefined) return join(dataFolder(), "demo.json");
  const { host, pathname } = new URL(DATABASE_URL);
  return join(
    dataFolder(),
    `demo-${createHash("sha256")
      .update(host + pathname)
      .digest("hex")
      .slice(0, 12)}.json`,
  );
}
