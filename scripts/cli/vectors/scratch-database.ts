import { randomBytes } from "node:crypto";
import pg from "pg";
import { onDatabase } from "@/lib/platform/pool";
import { migrate } from "@/scripts/server/migrate.mjs";
import { prepareQueue } from "@/scripts/server/queue.mjs";
import { handOver, roleUrls } from "@/scripts/server/roles.mjs";
import type { Out } from "../command";
import { sweepScratch } from "./scratch";

const PREFIX = "bellwether_scratch_";
const MAY_NOT = "42501"; // insufficient_privilege
const INSTALLATION =
  "The database user may not make a database, so the vectors are read in workspaces of this one, each removed after its reading.";

/** Runs the work on a database made for it and dropped afterwards; where none may be made, on the installation's own, and says so. */
export async function inScratchDatabase<T>(out: Out, work: () => Promise<T>): Promise<T> {
  const installation = process.env.BELLWETHER_ADMIN_URL;
  const name = `${PREFIX}${Date.now().toString(36)}_${randomBytes(4).toString("hex")}`;
  if (installation === undefined || !(await made(installation, name))) {
    out.say(INSTALLATION);
    await sweepScratch();
    return work();
  }
  try {
    const adminUrl = Object.assign(new URL(installation), { pathname: `/${name}` }).href;
    await asked(adminUrl, handOver);
    const { appUrl, ownerUrl } = roleUrls(adminUrl);
    await migrate(ownerUrl);
    await prepareQueue(ownerUrl);
    return await onDatabase(appUrl, work);
  } finally {
    await asked(installation, (client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
  }
}

/** Makes it, once what a run that was killed an hour ago or more left behind is gone. Whether it might. */
async function made(installation: string, name: string): Promise<boolean> {
  return asked(installation, async (client) => {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database WHERE starts_with(datname, $1)", [PREFIX]);
    for (const { datname } of rows) {
      const [since = ""] = datname.slice(PREFIX.length).split("_");
      if (Number.parseInt(since, 36) < Date.now() - 3_600_000) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`);
    }
    try {
      await client.query(`CREATE DATABASE ${name}`);
      return true;
    } catch (error) {
      if (error instanceof pg.DatabaseError && error.code === MAY_NOT) return false;
      throw error;
    }
  });
}

async function asked<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
