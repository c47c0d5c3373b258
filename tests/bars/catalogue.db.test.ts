import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/tests/support/database";

let admin: pg.Client;

beforeAll(async () => {
  admin = new pg.Client({ connectionString: (await testDatabase()).adminUrl });
  await admin.connect();
});

afterAll(() => admin.end());

const KEYED = "workspace_id uuid NOT NULL, id uuid NOT NULL, PRIMARY KEY (workspace_id, id)";

/** What must hold of every table of the schema `app`: a query that finds whatever breaks it, and a fault it has to find. */
const gate: { promise: string; query: string; faults: string[] }[] = [
  {
    promise: "row-level security is on and binds the owner too",
    query: `SELECT relname AS found FROM pg_class WHERE relnamespace = 'app'::regnamespace AND relkind IN ('r', 'p') AND NOT (relrowsecurity AND relforcerowsecurity)`,
    faults: [`CREATE TABLE app.planted (${KEYED})`, "ALTER TABLE app.account NO FORCE ROW LEVEL SECURITY"],
  },
  {
    promise: "no view runs as its owner, and none is materialised",
    query: `SELECT relname AS found FROM pg_class WHERE relnamespace = 'app'::regnamespace
      AND (relkind = 'm' OR (relkind = 'v' AND NOT coalesce(reloptions, '{}') && ARRAY['security_invoker=true', 'security_invoker=on']))`,
    faults: ["CREATE VIEW app.planted AS SELECT * FROM app.account", "CREATE MATERIALIZED VIEW app.planted AS SELECT * FROM app.account"],
  },
  {
    promise: "every primary key begins with workspace_id",
    query: `SELECT c.relname AS found FROM pg_class c LEFT JOIN pg_index i ON i.indrelid = c.oid AND i.indisprimary
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'app'::regnamespace AND c.relkind IN ('r', 'p') AND c.relname <> 'workspace' AND (a.attname IS DISTINCT FROM 'workspace_id' OR NOT a.attnotnull)`,
    faults: [
      "CREATE TABLE app.planted (workspace_id uuid NOT NULL, id uuid PRIMARY KEY)",
      "CREATE TABLE app.planted (workspace_id uuid NOT NULL)",
    ],
  },
  {
    promise: "every unique index begins with workspace_id",
    query: `SELECT i.indexrelid::regclass::text AS found FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
      LEFT JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum = i.indkey[0]
      WHERE c.relnamespace = 'app'::regnamespace AND i.indisunique AND a.attname IS DISTINCT FROM 'workspace_id' AND c.relname <> 'workspace'`,
    faults: ["CREATE UNIQUE INDEX planted ON app.account (external_id)"],
  },
  {
    promise: "every foreign key carries workspace_id on both sides",
    query: `SELECT conname AS found FROM pg_constraint k WHERE contype = 'f' AND connamespace = 'app'::regnamespace AND confrelid <> 'app.workspace'::regclass
      AND NOT EXISTS (SELECT FROM generate_subscripts(k.conkey, 1) n JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[n]
        JOIN pg_attribute b ON b.attrelid = k.confrelid AND b.attnum = k.confkey[n] WHERE a.attname = 'workspace_id' AND b.attname = 'workspace_id')`,
    faults: [
      "ALTER TABLE app.account ADD UNIQUE (id); ALTER TABLE app.contact ADD CONSTRAINT planted FOREIGN KEY (account_id) REFERENCES app.account (id)",
    ],
  },
  {
    // Members go one by one, and few hang on each.
    promise: "what refers to a record is found by an index, so that removing many does not read a table for each",
    query: `SELECT conname AS found FROM pg_constraint k WHERE contype = 'f' AND connamespace = 'app'::regnamespace AND confrelid NOT IN ('app.workspace'::regclass, 'app.member'::regclass)
      AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND (i.indpred IS NULL OR pg_get_expr(i.indpred, i.indrelid) LIKE '(%IS NOT NULL)')
        AND (i.indkey::int2[])[0:cardinality(k.conkey) - 1] @> k.conkey)`,
    faults: ["DROP INDEX app.touchpoint_contact", "DROP INDEX app.notification_account", "DROP INDEX app.subscription_account"],
  },
  {
    promise: "what runs with its owner's rights belongs to the resolver and fixes its search path",
    query: `SELECT oid::regprocedure::text AS found FROM pg_proc WHERE pronamespace IN ('app'::regnamespace, 'identity'::regnamespace) AND prosecdef
      AND (proowner <> 'bellwether_auth'::regrole OR NOT coalesce(proconfig, '{}') @> ARRAY['search_path=pg_catalog, pg_temp'])`,
    faults: ["CREATE FUNCTION app.planted() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'"],
  },
  {
    promise: "the app's role is no more than it should be, and owns nothing",
    query: `SELECT rolname::text AS found FROM pg_roles WHERE rolname IN ('bellwether_app', 'bellwether_auth') AND (rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb)
      UNION ALL SELECT roleid::regrole::text FROM pg_auth_members WHERE member = 'bellwether_app'::regrole
      UNION ALL SELECT relname::text FROM pg_class WHERE relnamespace IN ('app'::regnamespace, 'identity'::regnamespace) AND relowner <> 'bellwether_owner'::regrole`,
    faults: [
      "ALTER ROLE bellwether_app BYPASSRLS",
      "GRANT bellwether_owner TO bellwether_app",
      "CREATE TABLE app.planted (id uuid)",
      "ALTER TABLE app.account OWNER TO bellwether_app",
    ],
  },
  {
    promise: "every policy asks for the tenant once per query, on either side",
    query: `SELECT tablename || '.' || policyname AS found FROM pg_policies WHERE schemaname = 'app' AND roles <> '{bellwether_auth}'
      AND (coalesce(qual, '( SELECT app.tenant()') NOT LIKE '%( SELECT app.tenant()%' OR coalesce(with_check, '( SELECT app.tenant()') NOT LIKE '%( SELECT app.tenant()%')`,
    faults: ["CREATE POLICY planted ON app.account USING (true)", "CREATE POLICY planted ON app.account FOR INSERT WITH CHECK (true)"],
  },
  {
    promise: "what the resolver may read past the tenant is a short list",
    query: `SELECT tablename || '.' || policyname AS found FROM pg_policies WHERE schemaname = 'app' AND roles = '{bellwether_auth}'
      AND (tablename, cmd) NOT IN (('workspace', 'SELECT'), ('workspace', 'INSERT'), ('workspace', 'DELETE'), ('member', 'SELECT'), ('member', 'INSERT'), ('derivation', 'SELECT'), ('derivation', 'INSERT'))`,
    faults: ["CREATE POLICY planted ON app.account TO bellwether_auth USING (true)"],
  },
  {
    promise: "the app reads no table of people, sessions or tokens",
    query: `SELECT relname AS found FROM pg_class WHERE relnamespace = 'identity'::regnamespace AND relkind IN ('r', 'p') AND has_table_privilege('bellwether_app', oid, 'SELECT, INSERT, UPDATE, DELETE')`,
    faults: ["GRANT SELECT ON identity.person TO bellwether_app"],
  },
];

describe.each(gate)("$promise", ({ query, faults }) => {
  test("of every table there is", async () => {
    expect((await admin.query(query)).rows).toEqual([]);
  });

  test.each(faults)("and it would be noticed: %s", async (fault) => {
    await admin.query("BEGIN");
    try {
      await admin.query(fault);
      expect((await admin.query(query)).rows).not.toEqual([]);
    } finally {
      await admin.query("ROLLBACK");
    }
  });
});
