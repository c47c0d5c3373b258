// Which database this installation uses, and what is done so that the app can run on it.
import pg from "pg";
import { unsafeDatabase } from "../../lib/platform/unsafe.mjs";
import { useEmbedded } from "./embedded.mjs";
import { isMigrated, migrate } from "./migrate.mjs";
import { isQueueCurrent, prepareQueue } from "./queue.mjs";
import { Refusal } from "./refusal.mjs";
import { makeRoles, roleUrls } from "./roles.mjs";
import { dataFolder } from "./settings.mjs";

/**
 * The database of DATABASE_URL, or the embedded one brought up. `appUrl` is the app's own role; `ownerUrl` and `adminUrl` are absent where we
 * were not given them. `release()` lets go of the embedded server and stops it if nobody else uses it. Throws a Refusal.
 * @param {(line: string) => void} say
 */
export async function openDatabase(say) {
  const { DATABASE_URL: given, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (given === undefined) return embedded(say);
  const role = await roleOf(given, "DATABASE_URL");
  const nothing = { release: async () => {} };
  if (ownerUrl !== undefined) {
    await roleOf(ownerUrl, "DATABASE_OWNER_URL");
    return { ...nothing, appUrl: given, ownerUrl };
  }
  if (role.makesRoles) return { ...nothing, adminUrl: given, ...roleUrls(given) };
  if (role.name === "bellwether_app") return { ...nothing, appUrl: given };
  throw new Refusal(
    `The database user ${role.name} may not create roles; set DATABASE_OWNER_URL to the role bellwether_owner and DATABASE_URL to bellwether_app, or let ${role.name} create roles.`,
  );
}

async function embedded(say) {
  const { url, release } = await useEmbedded(dataFolder(), { say });
  try {
    const adminUrl = Object.assign(new URL(url), { pathname: "/bellwether" }).href;
    await asked(url, async (query) => {
      const { rowCount } = await query("SELECT 1 FROM pg_database WHERE datname = 'bellwether'");
      if (rowCount === 0) await query("CREATE DATABASE bellwether").catch(unlessThere);
    });
    return { adminUrl, ...roleUrls(adminUrl), release };
  } catch (error) {
    await release();
    throw error;
  }
}

// Two first starts at once: one of them makes it.
function unlessThere(error) {
  if (error.code !== "42P04" && error.code !== "23505") throw error;
}

async function roleOf(url, variable) {
  try {
    return await asked(url, async (query) => {
      const { rows } = await query(
        'SELECT rolname AS name, rolsuper OR rolcreaterole AS "makesRoles" FROM pg_roles WHERE rolname = current_user',
      );
      return rows[0];
    });
  } catch (error) {
    throw new Refusal(`The database of ${variable} refuses (${error.message || error.code}); check the address and that the server runs.`);
  }
}

async function asked(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 4_000, query_timeout: 30_000 });
  client.on("error", () => {}); // a broken connection is told by the query that meets it
  await client.connect();
  try {
    return await work((text) => client.query(text));
  } finally {
    await client.end().catch(() => {});
  }
}

/** Makes roles, tables and the queue where they are missing or old, then proves the app's role harmless. Returns what was done. Throws a Refusal. */
export async function prepareDatabase({ appUrl, ownerUrl, adminUrl }) {
  const current = await isCurrent(appUrl, adminUrl !== undefined);
  const applied = [];
  if (!current) {
    if (ownerUrl === undefined) {
      throw new Refusal(
        "The database needs migrating and the role bellwether_app may not do it; set DATABASE_OWNER_URL to the role bellwether_owner.",
      );
    }
    if (adminUrl !== undefined) await plainly("Making the database roles", () => makeRoles(adminUrl));
    applied.push(...(await plainly("Migrating", () => migrate(ownerUrl))));
    await plainly("Preparing the job queue", () => prepareQueue(ownerUrl));
  }
  const { refusal, warning } = await asked(appUrl, (query) => unsafeDatabase(async (text) => (await query(text)).rows)).catch((error) => {
    throw new Refusal(`The app's role cannot reach the database (${error.message}); check DATABASE_URL.`);
  });
  if (refusal) throw new Refusal(refusal);
  return { applied, warning };
}

async function isCurrent(appUrl, mayLack) {
  try {
    return await asked(appUrl, async (query) => (await isMigrated(query)) && (await isQueueCurrent(query)));
  } catch (error) {
    if (mayLack) return false; // the role itself may not be made yet
    throw new Refusal(`The database of DATABASE_URL refuses (${error.message}); check the address and the rights of its role.`);
  }
}

async function plainly(what, work) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    throw new Refusal(`${what} failed: ${error.message}. Check the rights of the database user, or set DATABASE_OWNER_URL.`);
  }
}
