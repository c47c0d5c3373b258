import { randomBytes } from "node:crypto";
import { fileURLToPath } from "node:url";
import pg from "pg";
import type { TestProject } from "vitest/node";
import { useEmbedded } from "../../scripts/server/embedded.mjs";
import { migrate } from "../../scripts/server/migrate.mjs";
import { prepareQueue } from "../../scripts/server/queue.mjs";
import { makeRoles, roleUrls } from "../../scripts/server/roles.mjs";

declare module "vitest" {
  export interface ProvidedContext {
    adminUrl: string;
    template: string;
  }
}

const FOLDER = fileURLToPath(new URL("../../.data/tests", import.meta.url));
// A test's rows need not outlive a power cut.
const HASTY = ["fsync=off", "full_page_writes=off", "synchronous_commit=off", "max_connections=200"];

/** One server a run, and on it one migrated database that every suite's own is copied from. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const given = process.env.BELLWETHER_TEST_SERVER;
  const embedded = given ? undefined : await useEmbedded(FOLDER, { options: HASTY });
  const adminUrl = given ?? embedded?.url ?? "";
  const run = `t_${process.pid}_${randomBytes(3).toString("hex")}`;
  const template = `${run}_template`;
  if (embedded) await dropDatabases(adminUrl, (name) => /^t_\d+_/.test(name) && !isAlive(Number(name.split("_")[1])));
  await onServer(adminUrl, (client) => client.query(`CREATE DATABASE ${template}`));
  const templateUrl = Object.assign(new URL(adminUrl), { pathname: `/${template}` }).href;
  await makeRoles(templateUrl);
  await migrate(roleUrls(templateUrl).ownerUrl);
  await prepareQueue(roleUrls(templateUrl).ownerUrl);
  project.provide("adminUrl", adminUrl);
  project.provide("template", template);
  return async () => {
    await dropDatabases(adminUrl, (name) => name.startsWith(run));
    await embedded?.release();
  };
}

async function dropDatabases(adminUrl: string, isOurs: (name: string) => boolean): Promise<void> {
  await onServer(adminUrl, async (client) => {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE datname LIKE 't\\_%'");
    for (const { datname } of rows.filter((row) => isOurs(row.datname)))
      await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
  });
}

async function onServer(adminUrl: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
