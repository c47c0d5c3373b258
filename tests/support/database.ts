import { randomBytes } from "node:crypto";
import pg from "pg";
import { inject } from "vitest";
import { roleUrls } from "../../scripts/server/roles.mjs";

export type TestDatabase = { readonly appUrl: string; readonly ownerUrl: string; readonly adminUrl: string };

/** A fresh, migrated database for the suite that calls it, in `beforeAll` or at its top. `DATABASE_URL` then names it; it is dropped at the end of the run. */
export async function testDatabase(): Promise<TestDatabase> {
  const template = inject("template");
  const name = template.replace(/template$/, randomBytes(5).toString("hex"));
  await onServer(`CREATE DATABASE ${name} TEMPLATE ${template}`);
  await onServer(`GRANT CREATE, CONNECT ON DATABASE ${name} TO bellwether_owner`);
  const adminUrl = Object.assign(new URL(inject("adminUrl")), { pathname: `/${name}` }).href;
  const urls = { adminUrl, ...roleUrls(adminUrl) };
  process.env.DATABASE_URL = urls.appUrl;
  return urls;
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: inject("adminUrl") });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
