import type { ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import pg from "pg";
import { useEmbedded } from "../../scripts/server/embedded.mjs";
import { migrate } from "../../scripts/server/migrate.mjs";
import { prepareQueue } from "../../scripts/server/queue.mjs";
import { makeRoles, roleUrls } from "../../scripts/server/roles.mjs";
import { run, typescript } from "../../scripts/server/run.mjs";
import { ready, serve, stop } from "../../scripts/server/serve.mjs";

/** The day the tests live on. */
export const TODAY = "2026-11-20";

/** What the tests know of the installation they drive. Kept in the environment, because every worker is a process of its own. */
export type Installation = {
  readonly url: string;
  readonly appUrl: string;
  readonly ownerUrl: string;
  readonly adminUrl: string;
  readonly secret: string;
  readonly demo: { readonly slug: string; readonly email: string; readonly password: string };
};

const KEPT = "BELLWETHER_E2E";

export function installation(): Installation {
  const kept = process.env[KEPT];
  if (kept === undefined) throw new Error("the installation is made by the global setup");
  return JSON.parse(kept) as Installation; // written by install() below, nowhere else
}

/** What a program needs to run against it, as the app itself does. */
export function environment({ appUrl, ownerUrl, adminUrl, secret, url }: Omit<Installation, "demo">): Record<string, string> {
  return {
    DATABASE_URL: appUrl,
    DATABASE_OWNER_URL: ownerUrl,
    BELLWETHER_ADMIN_URL: adminUrl,
    APP_URL: url,
    NEXTAUTH_URL: url,
    NEXTAUTH_SECRET: secret,
    BELLWETHER_TODAY: TODAY,
  };
}

/** A database of its own with the demo workspace in it, and the built app on `port`. Returns what takes it all down. */
export async function install(port: number): Promise<() => Promise<void>> {
  const server = await useEmbedded(".data/tests", { options: ["fsync=off", "full_page_writes=off", "max_connections=200"] });
  const name = `t_${process.pid}_${randomBytes(3).toString("hex")}_e2e`;
  await onServer(server.url, `CREATE DATABASE ${name}`);
  const adminUrl = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  await makeRoles(adminUrl);
  const { appUrl, ownerUrl } = roleUrls(adminUrl);
  await migrate(ownerUrl);
  await prepareQueue(ownerUrl);
  const made = { url: `http://localhost:${port}`, appUrl, ownerUrl, adminUrl, secret: randomBytes(48).toString("base64url") };
  const env = environment(made);
  const demo = JSON.parse(await run(process.execPath, typescript("scripts/demo.ts"), { env, what: "Loading the demo workspace" }));
  process.env[KEPT] = JSON.stringify({ ...made, demo } satisfies Installation);
  const app: { child: ChildProcess } & ReturnType<typeof serve> = serve({ host: "127.0.0.1", port, env });
  await ready(app, { host: "127.0.0.1", port });
  return async () => {
    await stop(app);
    await onServer(server.url, `DROP DATABASE IF EXISTS ${name} WITH (FORCE)`);
    await server.release();
  };
}

async function onServer(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}
