import { spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { unsafeDatabase } from "@/lib/platform/unsafe.mjs";
import { type TestDatabase, testDatabase } from "@/tests/support/database";
import { freePort } from "./postmaster.mjs";

const START = fileURLToPath(new URL("../start.mjs", import.meta.url));
const SECRET = "q7Zt0vXw2yKp9LmN4bRs6DfGh8JkQeWr1TuYiOaS";
const cleanup: string[] = [];
const data = mkdtempSync(join(tmpdir(), "bellwether-start-"));
let urls: TestDatabase;
let admin: pg.Client;

beforeAll(async () => {
  urls = await testDatabase();
  admin = new pg.Client({ connectionString: urls.adminUrl });
  await admin.connect();
});

afterAll(async () => {
  for (const role of cleanup) await admin.query(`DROP ROLE IF EXISTS ${role}`);
  await admin.end();
  rmSync(data, { recursive: true, force: true });
});

type Outcome = { code: number | null; words: string };

async function start(env: Record<string, string>): Promise<Outcome> {
  const child = spawn(process.execPath, [START], {
    env: {
      NODE_ENV: "production",
      PATH: process.env.PATH,
      BELLWETHER_DATA: data,
      BELLWETHER_DEMO: "0",
      PORT: String(await freePort()),
      ...env,
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  let words = "";
  child.stderr.setEncoding("utf8").on("data", (text) => {
    words += text;
  });
  const [code] = (await once(child, "close")) as [number | null];
  return { code, words };
}

/** One plain sentence, and exit 1. */
async function refuses(env: Record<string, string>, sentence: RegExp): Promise<void> {
  const { code, words } = await start(env);
  expect(words).toMatch(sentence);
  expect(words.trim().split("\n")).toHaveLength(1);
  expect(words).not.toMatch(/undefined|\bat .*:\d+:\d+|q7Zt0vXw2/);
  expect(code).toBe(1);
}

test.each<[string, Record<string, string>, RegExp]>([
  ["a short secret", { NEXTAUTH_SECRET: "short" }, /^NEXTAUTH_SECRET must have at least 32 characters/],
  ["a sample secret", { NEXTAUTH_SECRET: "change-me-change-me-change-me-change-me" }, /^NEXTAUTH_SECRET is a sample value/],
  ["a secret of one letter", { NEXTAUTH_SECRET: "a".repeat(40) }, /^NEXTAUTH_SECRET is a sample value/],
  ["an address that is none", { APP_URL: "my house" }, /^APP_URL must be a http:\/\/ address/],
  ["an address of another kind", { APP_URL: "ftp://example.org" }, /^APP_URL must be/],
  ["plain http for others", { APP_URL: "http://cs.example.org", NEXTAUTH_SECRET: SECRET }, /^APP_URL must begin with https:/],
  ["a made secret for others", { APP_URL: "https://cs.example.org" }, /^NEXTAUTH_SECRET must be set/],
  ["another database", { DATABASE_URL: "mysql://localhost/x" }, /^DATABASE_URL must be a postgres:/],
  ["a database without a host", { DATABASE_URL: "postgres:///x" }, /^DATABASE_URL must be a postgres:/],
  ["another owner's address", { DATABASE_OWNER_URL: "localhost" }, /^DATABASE_OWNER_URL must be a postgres:/],
  ["another mail address", { SMTP_URL: "http://localhost" }, /^SMTP_URL must be a smtp:/],
  ["a sender of mail that is nobody", { MAIL_FROM: "nobody" }, /^MAIL_FROM must be an address such as/],
  ["a sender of mail who is two", { MAIL_FROM: "a@example.org, b@example.org" }, /^MAIL_FROM must be an address such as/],
  ["a demo that is neither wanted nor not", { BELLWETHER_DEMO: "false" }, /^BELLWETHER_DEMO must be 0/],
  ["a port that is none", { PORT: "many" }, /^PORT must be a number from 1 to 65535/],
  ["a port too high", { PORT: "70000" }, /^PORT must be a number from 1 to 65535/],
  ["a host of another machine", { HOST: "192.0.2.1" }, /^HOST must be an address of this machine/],
])("the start refuses %s", (_, env, sentence) => refuses(env, sentence));

test("the start refuses a taken port", async () => {
  const squatter = createServer().listen(0, "127.0.0.1");
  await once(squatter, "listening");
  const address = squatter.address();
  const port = typeof address === "object" && address ? address.port : 0;
  await refuses({ PORT: String(port) }, /^Port \d+ of 127\.0\.0\.1 is taken by another program; .*PORT=\d+ npm start\.$/m);
  squatter.close();
});

test("the start refuses a data folder that cannot be written", async () => {
  const file = join(data, "file");
  writeFileSync(file, "");
  chmodSync(file, 0o400);
  await refuses({ BELLWETHER_DATA: join(file, "inside") }, /^The data folder .* cannot be written/);
});

test("the start refuses a database nobody serves", async () => {
  await refuses(
    { DATABASE_URL: `postgres://me@127.0.0.1:${await freePort()}/x` },
    /^The database of DATABASE_URL refuses \(.*ECONNREFUSED/,
  );
});

test("the start refuses a wrong password without repeating it", async () => {
  await refuses(
    { DATABASE_URL: Object.assign(new URL(urls.adminUrl), { password: "q7Zt0vXw2" }).href },
    /^The database of DATABASE_URL refuses \(password/,
  );
});

test("a user that may not make roles is told of DATABASE_OWNER_URL", async () => {
  await refuses(
    { DATABASE_URL: await login("plain_user", "") },
    /^The database user plain_user_\d+ may not create roles; set DATABASE_OWNER_URL/,
  );
});

test("the app's own role on an empty database is told of DATABASE_OWNER_URL", async () => {
  const empty = new URL(urls.adminUrl).pathname.slice(1).concat("_empty");
  await admin.query(`CREATE DATABASE ${empty}`);
  await refuses(
    { DATABASE_URL: Object.assign(new URL(urls.appUrl), { pathname: `/${empty}` }).href },
    /^The database needs migrating .* DATABASE_OWNER_URL/,
  );
});

test.each<[string, (() => Promise<string>) | "owner" | "super", RegExp]>([
  ["a superuser", "super", /is a superuser; DATABASE_URL must name a role that can only read and write rows\.$/m],
  ["the owner of the tables", "owner", /owns the tables/],
  ["a role that bypasses row security", () => login("passing_user", "BYPASSRLS"), /bypasses row security/],
  ["a role that may create roles", () => login("making_user", "CREATEROLE"), /may create roles/],
  ["a role that may create databases", () => login("building_user", "CREATEDB"), /may create databases/],
])("the start refuses to serve as %s", async (_, who, sentence) => {
  const address = who === "super" ? urls.adminUrl : who === "owner" ? urls.ownerUrl : await who();
  await refuses({ DATABASE_URL: address, DATABASE_OWNER_URL: urls.ownerUrl }, sentence);
});

test("the start refuses a database with row security off on one table", async () => {
  await admin.query("ALTER TABLE app.contact NO FORCE ROW LEVEL SECURITY");
  await refuses({ DATABASE_URL: urls.appUrl }, /^Row security is off on the table app\.contact/);
  await admin.query("ALTER TABLE app.contact FORCE ROW LEVEL SECURITY");
});

test.each([
  [180_004, "PostgreSQL 18.4 has known faults"],
  [150_019, "PostgreSQL 15.19 has known faults"],
  [140_023, "a supported version"],
  [180_007, undefined],
  [150_020, undefined],
])("a server of version %i is warned of, not refused", async (version, warning) => {
  const harmless = { name: "bellwether_app", owned: 0, version };
  const found = await unsafeDatabase(async (text: string) => (text.includes("pg_roles") ? [harmless] : []));
  expect(found.refusal).toBeUndefined();
  expect(found.warning ?? "").toContain(warning ?? "");
  expect(found.warning === undefined).toBe(warning === undefined);
});

/** A role that can read what the app's role can, with something more. */
async function login(name: string, more: string): Promise<string> {
  const own = `${name}_${process.pid}`;
  await admin.query(`CREATE ROLE ${own} LOGIN PASSWORD 'q7Zt0vXw2' ${more} IN ROLE bellwether_app`);
  cleanup.push(own);
  return Object.assign(new URL(urls.adminUrl), { username: own, password: "q7Zt0vXw2" }).href;
}
