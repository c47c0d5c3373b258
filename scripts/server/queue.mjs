// The job queue's own tables, made and brought up to date by the owner so that the app never needs to.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import pg from "pg";

export const QUEUE_SCHEMA = "pgboss";

/** Whether the queue's tables are those of the installed pg-boss. `query` may be any role that can read them. */
export async function isQueueCurrent(query) {
  const { rows } = await query(`SELECT to_regclass('${QUEUE_SCHEMA}.version') IS NOT NULL AS there`);
  if (!rows[0].there) return false;
  const found = await query(`SELECT version FROM ${QUEUE_SCHEMA}.version`);
  return found.rows[0]?.version === wantedVersion();
}

function wantedVersion() {
  const main = createRequire(import.meta.url).resolve("pg-boss");
  return JSON.parse(readFileSync(join(dirname(dirname(main)), "package.json"), "utf8")).pgboss.schema;
}

/** Makes or upgrades them, and lets the app use them. */
export async function prepareQueue(ownerUrl) {
  const { PgBoss } = await import("pg-boss");
  const boss = new PgBoss({ connectionString: ownerUrl, schema: QUEUE_SCHEMA, supervise: false, schedule: false, max: 1 });
  boss.on("error", () => {}); // what matters here comes as a rejection of start()
  await boss.start();
  await boss.stop({ graceful: false });
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query(`GRANT USAGE ON SCHEMA ${QUEUE_SCHEMA} TO bellwether_app;
      GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA ${QUEUE_SCHEMA} TO bellwether_app;
      GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA ${QUEUE_SCHEMA} TO bellwether_app`);
  } finally {
    await client.end();
  }
}
