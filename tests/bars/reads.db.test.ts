import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { STREAMS } from "@/lib/accounts/streams";
import { BUILT_IN } from "@/lib/health/config";
import { refreshHealth } from "@/lib/health/refresh";
import { readCohorts } from "@/lib/metrics/cohorts";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import { metrics } from "@/lib/metrics/registry";
import { type Sql, withTenant } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { createWorkspace } from "@/lib/workspaces/mutations";
import { loadGolden } from "@/prisma/seed/golden";
import { testDatabase } from "@/tests/support/database";

/** Reads that come before a tenant: by a person's own id, or by a secret token. */
const BEFORE_A_TENANT = new Set(["listSessions", "listMemberships", "findInvitation"]);

/** Whatever belongs to the golden workspace says so: its ids, its owners, and the mark in every name. */
const THEIRS = /CNRYB|G-\d\d|golden/;

const REQUEST = {
  ...{
    period: "2024",
    compare: "previous",
    where: {},
    by: "segment",
    search: "",
    sort: "mrr",
    state: null,
    band: null,
    after: null,
    screen: "accounts",
    limit: 50,
  },
  ...{ id: "mrr", trend: 3, streams: STREAMS, days: 30, step: "month", config: BUILT_IN },
  ...{ month: "2024-05" },
  ...{ members: null, dueBy: "2024-12-31" },
  ...{ owners: null, owner: null, whose: "team", shown: "all", from: "2024-01-01", until: "2025-01-01", grace: 30 },
};

/** Something of each kind that an account has, marked where a person writes. */
const OF_EVERY_ACCOUNT = [
  "INSERT INTO app.ticket (workspace_id, subject, opened_at, source, external_id, account_id) SELECT workspace_id, 'CNRYB', '2024-05-01', $FROM",
  "INSERT INTO app.survey_response (workspace_id, kind, score, scale, comment, answered_at, source, external_id, account_id) SELECT workspace_id, 'nps', 9, 10, 'CNRYB', '2024-05-02', $FROM",
  "INSERT INTO app.milestone (workspace_id, kind, at, source, account_id) SELECT workspace_id, 'CNRYB', '2024-05-03', source, account_id FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.offer (workspace_id, kind, presented_at, currency, source, external_id, account_id) SELECT workspace_id, 'upsell', '2024-05-04', 'USD', $FROM",
  "INSERT INTO app.referral (workspace_id, referred_at, referred_account, source, external_id, account_id) SELECT workspace_id, '2024-05-05', 'CNRYB', $FROM",
  "INSERT INTO app.cost (workspace_id, month, amount, currency, category, source, external_id, account_id) SELECT workspace_id, '2024-05-01', 1, 'USD', 'CNRYB', $FROM",
  "INSERT INTO app.purchase (workspace_id, at, amount, currency, source, external_id, account_id) SELECT workspace_id, '2024-05-06', 1, 'USD', $FROM",
  "INSERT INTO app.product_user (workspace_id, source, external_id, account_id) SELECT workspace_id, source, 'CNRYB ' || external_id, account_id FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.task (workspace_id, account_id, title, type, reason, due_on, author) SELECT workspace_id, account_id, 'CNRYB', 'risk', source, '2024-05-07', 'CNRYB' FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.pulse (workspace_id, account_id, rating, note, author, at) SELECT workspace_id, account_id, 3, 'CNRYB', 'CNRYB', '2024-05-08' FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.touchpoint (workspace_id, account_id, type, at, text, author) SELECT workspace_id, account_id, 'call', '2024-05-09', 'CNRYB', 'CNRYB' FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.signal (workspace_id, account_id, kind, reason, from_day, last_day, strength, detail) SELECT workspace_id, account_id, 'usage-drop', 'CNRYB', '2024-05-10', '2024-05-11', 1, '{}' FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.annotation (workspace_id, day, text, author) SELECT workspace_id, '2024-05-12', 'CNRYB', source FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.target (workspace_id, metric, span, from_day, standing, value, author) SELECT workspace_id, 'CNRYB ' || account_id, 'month', '2024-05-01', true, 1, source FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.success_plan (workspace_id, account_id, goal, author) SELECT workspace_id, account_id, 'CNRYB', 'CNRYB' FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.health_override (workspace_id, account_id, band, reason, author, at, until_at) SELECT workspace_id, account_id, 'red', 'CNRYB', 'CNRYB', '2024-12-01', '2025-01-15' FROM (SELECT workspace_id, $FROM) AS a",
  "INSERT INTO app.usage_day (workspace_id, day, feature, user_name, first_at, events, duration_seconds, errors, account_id) SELECT workspace_id, '2024-12-01', 'CNRYB', 'CNRYB', '2024-12-01', 1, 0, 0, id FROM app.account",
];

type Read = { name: string; parameters: string[]; call: (args: unknown[]) => unknown };

let ours: Scope;
let theirs: Scope;
let accountId: string;

const nouns = readdirSync("lib").filter((noun) => existsSync(`lib/${noun}/data.ts`));
const reads: Read[] = (await Promise.all(nouns.map((noun) => import(`../../lib/${noun}/data.ts`)))).flatMap(functionsOf);

function functionsOf(module: Record<string, unknown>): Read[] {
  return Object.entries(module).flatMap(([name, value]) =>
    typeof value === "function"
      ? [{ name, parameters: parametersOf(String(value)), call: (args) => Reflect.apply(value, undefined, args) }]
      : [],
  );
}

// A destructured request counts as one parameter.
function parametersOf(source: string): string[] {
  const inside = source.slice(source.indexOf("(") + 1).replace(/\{[^}]*\}/g, "request");
  return inside
    .slice(0, inside.indexOf(")"))
    .split(",")
    .map((each) => each.split("=")[0]?.trim() ?? "")
    .filter(Boolean);
}

function argumentsOf(read: Read, known: { sql: Sql; scope: Scope; id: string }): unknown[] {
  return read.parameters.map((parameter) => {
    if (parameter === "sql") return known.sql;
    if (/^_?scope$/.test(parameter)) return known.scope;
    if (/^(id|accountId)$/.test(parameter)) return known.id;
    if (parameter === "accountIds") return [known.id];
    if (parameter === "asOf") return new Date("2024-12-31T00:00:00Z");
    if (parameter === "request") return { ...REQUEST, sort: read.name === "readRows" ? "weight" : REQUEST.sort };
    throw new Error(`${read.name} takes "${parameter}", which this test has no value for; teach it one`);
  });
}

function asked(read: Read, tenant: Scope, scope: Scope, id: string): Promise<unknown> {
  return withTenant(tenant, async ({ sql }) => read.call(argumentsOf(read, { sql, scope, id })), "read");
}

beforeAll(async () => {
  process.env.BELLWETHER_TODAY = "2026-11-21"; // two answers to one question are of one instant
  const { adminUrl } = await testDatabase();
  for (const slug of ["ours", "golden"]) await createWorkspace({ slug, name: slug, currency: "USD", timeZone: "UTC" });
  const [first, second] = [await systemScope("ours", "test"), await systemScope("golden", "test")];
  if (!first || !second) throw new Error("no workspace");
  [ours, theirs] = [first, second];
  await loadGolden(theirs);
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  await admin.query("UPDATE app.account SET name = 'CNRYB ' || name");
  await admin.query(
    "INSERT INTO app.contact (workspace_id, source, external_id, account_id, name) SELECT workspace_id, source, external_id, id, 'CNRYB' FROM app.account",
  );
  await admin.query(
    "INSERT INTO app.member (workspace_id, user_id, email, role) SELECT id, gen_random_uuid(), 'cnryb@golden.example', 'csm' FROM app.workspace WHERE slug = 'golden'",
  );
  await admin.query(
    "INSERT INTO app.invitation (workspace_id, email, role, expires_at) SELECT id, 'cnryb@golden.example', 'csm', now() + interval '1 day' FROM app.workspace WHERE slug = 'golden'",
  );
  for (const statement of OF_EVERY_ACCOUNT)
    await admin.query(statement.replace("$FROM", "'crm' AS source, id::text AS external_id, id AS account_id FROM app.account"));
  const { rows } = await admin.query<{ id: string }>("SELECT id FROM app.account WHERE external_id = 'G-01'");
  accountId = rows[0]?.id ?? "";
  // One id opens everything of theirs, so a run and a file have the account's.
  await admin.query(
    `WITH run AS (INSERT INTO app.import_run (workspace_id, id, kind, source, file_name, file_sha256, map_sha256, actor, finished_at)
       SELECT workspace_id, id, 'accounts', 'CNRYB', 'CNRYB.csv', 'x', 'x', 'CNRYB', now() FROM app.account WHERE id = $1 RETURNING workspace_id, id),
     reject AS (INSERT INTO app.import_reject (workspace_id, run_id, line, reason, detail, cells) SELECT workspace_id, id, 2, 'bad-date', 'CNRYB', '[]' FROM run),
     map AS (INSERT INTO app.import_map (workspace_id, source, kind, map, actor) SELECT workspace_id, 'CNRYB', 'accounts', '{}', 'x' FROM run)
     INSERT INTO app.import_file (workspace_id, id, name, bytes, status, map, header, run_id, actor)
     SELECT workspace_id, id, 'CNRYB.csv', 1, 'ready', '{"source": "CNRYB"}', '["CNRYB"]', id, 'x' FROM run`,
    [accountId],
  );
  await admin.end();
  await refreshHealth(theirs, new Date("2024-12-31T12:00:00Z"));
});

afterAll(closePool);

describe("every read of lib/*/data.ts", () => {
  const tenants = reads.filter(({ name }) => !BEFORE_A_TENANT.has(name));

  test("takes the tenant's transaction first, or comes before there is a tenant", () => {
    expect(tenants.length).toBeGreaterThan(8);
    expect(tenants.filter(({ parameters }) => parameters[0] !== "sql")).toEqual([]);
  });

  test.each(tenants)("$name shows nothing of another tenant, whichever scope or id it is asked with", async (read) => {
    for (const scope of [ours, theirs]) {
      const answer = JSON.stringify(await asked(read, ours, scope, accountId));
      if (scope === ours) expect(answer).not.toMatch(THEIRS);
      else expect(answer?.replaceAll(theirs.slug, "")).not.toMatch(/CNRYB|G-\d\d/);
    }
  });

  test.each(tenants)("$name answers a foreign id as it answers one that does not exist", async (read) => {
    expect(await asked(read, ours, ours, accountId)).toEqual(await asked(read, ours, ours, randomUUID()));
  });

  test("and asked by the tenant itself, most of them show what the others must not see", async () => {
    const answers = await Promise.all(tenants.map(async (read) => JSON.stringify(await asked(read, theirs, theirs, accountId)) ?? ""));
    expect(answers.filter((answer) => THEIRS.test(answer)).length).toBeGreaterThan(tenants.length / 2);
  });
});

describe.each(metrics.map(({ face }) => face.id))("%s", (id) => {
  test("counts nothing of another tenant", async () => {
    for (const scope of [ours, theirs]) {
      const read = await withTenant(ours, ({ sql }) => readMetrics(sql, scope, { ids: [id], period: "2024", by: "segment" }), "read");
      expect(read.metrics.map(({ rows, parts }) => ({ rows, parts: parts?.length ?? 0 }))).toEqual([{ rows: 0, parts: 0 }]);
    }
  });

  test("lists nothing of another tenant", async () => {
    for (const scope of [ours, theirs]) {
      const page = await withTenant(ours, ({ sql }) => listEvidence(sql, scope, { id, period: "2024" }), "read");
      expect(page).toMatchObject({ rows: [], total: { rows: 0 } });
    }
  });
});

test("cohorts hold nobody of another tenant", async () => {
  for (const scope of [ours, theirs]) expect(await withTenant(ours, ({ sql }) => readCohorts(sql, scope, {}), "read")).toEqual([]);
});
