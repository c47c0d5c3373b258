// The three roles of the database, and the addresses that reach it as each of them.
import { createHmac } from "node:crypto";
import pg from "pg";

const OWNER = "bellwether_owner";
const APP = "bellwether_app";
const AUTH = "bellwether_auth";

/** The addresses of the owner and the app on the server that `url` administers. Their passwords follow from the administrator's, so nothing is stored. */
export function roleUrls(url) {
  return { ownerUrl: as(url, OWNER), appUrl: as(url, APP) };
}

function as(url, role) {
  const address = new URL(url);
  address.password = password(new URL(url), role);
  address.username = role;
  return address.href;
}

function password(admin, role) {
  return createHmac("sha256", `${admin.username}:${decodeURIComponent(admin.password)}`)
    .update(role)
    .digest("base64url");
}

/** Makes the roles on a server where `url` may make them, and hands the database to the owner. */
export async function makeRoles(url) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  await client.connect();
  try {
    const admin = new URL(url);
    // Roles belong to the whole server: two starts at once must not both make them.
    await client.query("SELECT pg_advisory_lock(hashtext('bellwether roles'))");
    for (const [role, login] of [
      [OWNER, true],
      [APP, true],
      [AUTH, false],
    ]) {
      const { rowCount } = await client.query("SELECT 1 FROM pg_roles WHERE rolname = $1", [role]);
      const secret = login ? `LOGIN PASSWORD ${client.escapeLiteral(password(admin, role))}` : "NOLOGIN";
      await client.query(`${rowCount ? "ALTER" : "CREATE"} ROLE ${role} ${secret} NOCREATEDB NOCREATEROLE`);
    }
    await client.query(`GRANT ${AUTH} TO ${OWNER}`);
    for (const [name, value] of Object.entries({
      statement_timeout: "10s",
      lock_timeout: "3s",
      idle_in_transaction_session_timeout: "15s",
      timezone: "UTC",
      search_path: "app",
      jit: "off",
    })) {
      await client.query(`ALTER ROLE ${APP} SET ${name} = '${value}'`);
    }
    await handOver(client);
  } finally {
    await client.end();
  }
}

/** Hands the database a connection of the administrator's is to, to the owner and the app. */
export async function handOver(client) {
  await client.query(`GRANT CREATE, CONNECT ON DATABASE ${client.escapeIdentifier(client.database)} TO ${OWNER}`);
  await client.query(`GRANT CONNECT ON DATABASE ${client.escapeIdentifier(client.database)} TO ${APP}`);
  await client.query(`GRANT CREATE, USAGE ON SCHEMA public TO ${OWNER} WITH GRANT OPTION`);
}
