// Applies prisma/migrations in order, as the owner, and keeps Prisma's own history table.
import { createHash, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { Refusal } from "./refusal.mjs";

const FOLDER = fileURLToPath(new URL("../../prisma/migrations/", import.meta.url));

const HISTORY = `CREATE TABLE IF NOT EXISTS public._prisma_migrations (
  id varchar(36) PRIMARY KEY, checksum varchar(64) NOT NULL, finished_at timestamptz, migration_name varchar(255) NOT NULL,
  logs text, rolled_back_at timestamptz, started_at timestamptz NOT NULL DEFAULT now(), applied_steps_count integer NOT NULL DEFAULT 0)`;

/** Brings the database up to date and returns the names of what it applied. Throws where an applied file was changed since. */
export async function migrate(ownerUrl) {
  const client = new pg.Client({ connectionString: ownerUrl, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    await client.query("SELECT pg_advisory_lock(72707369)"); // the number Prisma's own engine locks
    await client.query(HISTORY);
    const { rows } = await client.query(
      "SELECT migration_name, checksum FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
    );
    const applied = new Map(rows.map((row) => [row.migration_name, row.checksum]));
    const done = [];
    for (const { name, sql, checksum } of migrations()) {
      const known = applied.get(name);
      if (known === undefined) {
        await apply(client, name, sql, checksum);
        done.push(name);
      } else if (known !== checksum) {
        throw new Refusal(
          `The migration ${name} was changed after it had been applied; restore the file, and put the change into a new migration.`,
        );
      }
    }
    // The app says at /readyz whether the tables are those it was written for.
    await client.query("GRANT USAGE ON SCHEMA public TO bellwether_app; GRANT SELECT ON public._prisma_migrations TO bellwether_app");
    return done;
  } finally {
    await client.end();
  }
}

/** Whether every migration of the tree is in the history, unchanged; asked as any role that may read it. */
export async function isMigrated(query) {
  const { rows } = await query("SELECT to_regclass('public._prisma_migrations') IS NOT NULL AS there");
  if (!rows[0].there) return false;
  const history = await query(
    "SELECT migration_name, checksum FROM public._prisma_migrations WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL",
  );
  const applied = new Map(history.rows.map((row) => [row.migration_name, row.checksum]));
  return migrations().every(({ name, checksum }) => applied.get(name) === checksum);
}

/** Every migration in the tree: its name, its SQL, and the checksum Prisma keeps of it. */
export function migrations() {
  return readdirSync(FOLDER, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort()
    .map((name) => {
      const sql = readFileSync(join(FOLDER, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    });
}

async function apply(client, name, sql, checksum) {
  await client.query("BEGIN");
  try {
    await client.query(sql);
    await client.query(
      "INSERT INTO public._prisma_migrations (id, checksum, migration_name, finished_at, applied_steps_count) VALUES ($1, $2, $3, now(), 1)",
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    await client.query("ROLLBACK");
    throw new Refusal(`The migration ${name} failed and left nothing behind: ${error.message}`, { cause: error });
  }
}
