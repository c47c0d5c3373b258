import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findDetail, findFile, findOriginal, findRun, listFiles, listMaps, listSources } from "@/lib/imports/data";
import { PART_BYTES } from "@/lib/imports/files/limits";
import { discardFile, receivePart } from "@/lib/imports/files/mutations";
import { startImport } from "@/lib/imports/files/start";
import { readFileView } from "@/lib/imports/files/view";
import { type FileOutcome, fileBytes, sweepFiles } from "@/lib/imports/files/work";
import { ImportMap } from "@/lib/imports/map";
import { importJob } from "@/lib/jobs/import-job";
import { startWorker, stopWorker } from "@/lib/jobs/worker";
import { createUser } from "@/lib/people/mutations";
import { type Sql, withTenant, withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { type MemberScope, memberScope, proveScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace } from "@/tests/support/import";

const { adminUrl } = await testDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
let scope: MemberScope;

beforeAll(async () => {
  await admin.connect();
  const { slug } = await aWorkspace({ timeZone: "UTC" });
  const email = "olga@files.test";
  const { id: personId } = await createUser({ email, password: "correct horse battery", workspace: slug, role: "owner" });
  const proven = await proveScope(slug, { personId, email });
  if (!proven) throw new Error("the owner was not let in");
  scope = memberScope(proven);
});

afterAll(async () => {
  await admin.end();
  await closePool();
});

const read = <T>(work: (sql: Sql) => Promise<T>) => withTenant(scope, ({ sql }) => work(sql), "read");
const NOTHING = { kind: null, source: null, map: null };

/** Uploads text in parts, as the browser does. */
async function uploaded(text: string, name = "accounts.csv"): Promise<string> {
  const id = randomUUID();
  const bytes = Buffer.from(text);
  for (let part = 0; part * PART_BYTES < bytes.length; part += 1) {
    const content = bytes.subarray(part * PART_BYTES, (part + 1) * PART_BYTES);
    await withTenantConnection(scope, ({ sql }) => receivePart(sql, scope, { id, name, bytes: bytes.length, part }, content), "write");
  }
  return id;
}

/** Orders what the screen suggests. */
async function ordered(fileId: string, task: "rehearse" | "import", change: (map: ImportMap) => ImportMap = (map) => map): Promise<void> {
  const view = await read((sql) => readFileView(sql, scope, { fileId, draft: NOTHING }));
  if (!view?.reading) throw new Error(`the file cannot be read: ${view?.fault}`);
  const { kind, source, map } = view.reading;
  await withTenant(scope, ({ sql }) => startImport(sql, scope, { fileId, kind, source, map: change(map), task }));
}

const run = (fileId: string) => importJob({ workspaceId: scope.workspaceId, slug: scope.slug, fileId });

test("a file comes in parts and goes out as it came; a part sent twice is one part", async () => {
  const text = `externalId,name\n${Array.from({ length: 60_000 }, (_, n) => `N${n},Number ${n} of ${"x".repeat(20)}`).join("\n")}\n`;
  const id = await uploaded(text, "large.csv");
  const again = Buffer.from(text).subarray(0, PART_BYTES);
  const part = { id, name: "large.csv", bytes: Buffer.byteLength(text), part: 0 };
  await withTenantConnection(scope, ({ sql }) => receivePart(sql, scope, part, again), "write");
  const back: Buffer[] = [];
  for await (const bytes of fileBytes(scope, id)) back.push(bytes);
  expect(Buffer.concat(back).equals(Buffer.from(text))).toBe(true);
  expect(await read((sql) => findFile(sql, scope, id))).toMatchObject({ status: "ready", bytes: Buffer.byteLength(text) });
  await withTenant(scope, ({ sql }) => discardFile(sql, scope, id));
  expect(await read((sql) => listFiles(sql, scope))).toEqual([]);
});

test("a dry run changes nothing and says what an import would do; the import does it, and the next file of the source is read like it", async () => {
  const id = await uploaded("Customer ID,Company,Seats\nA-1,Acorn,12\nA-2,Birch,x\n,Nobody,3\n");
  await ordered(id, "rehearse");
  await run(id);
  const { report } = await read((sql) => findDetail(sql, scope, id));
  const outcome = report as FileOutcome;
  expect(outcome).toMatchObject({
    read: 3,
    accepted: 1,
    unchanged: 0,
    rejected: 2,
    reasons: { "bad-number": 1, "missing-field": 1 },
    runId: null,
  });
  expect(outcome.firstRejects.map(({ line, reason }) => [line, reason])).toEqual([
    [3, "bad-number"],
    [4, "missing-field"],
  ]);
  expect(await read((sql) => listSources(sql, scope))).toEqual([]);

  await ordered(id, "import");
  await run(id);
  const file = await read((sql) => findFile(sql, scope, id));
  expect(file).toMatchObject({ status: "done", fault: null });
  expect(await read((sql) => findRun(sql, scope, file?.runId ?? ""))).toMatchObject({
    status: "done",
    read: 3,
    inserted: 1,
    rejected: 2,
    actor: scope.actor.email,
  });
  expect(await read((sql) => findOriginal(sql, scope, file?.runId ?? ""))).toEqual({
    fileId: id,
    header: ["Customer ID", "Company", "Seats"],
    delimiter: ",",
    isHere: false,
  });
  expect(await read((sql) => listSources(sql, scope))).toMatchObject([
    { source: "upload", kind: "accounts", records: 1, read: 3, accepted: 1, rejected: 2, open: 0 },
  ]);
  expect(await read((sql) => listMaps(sql, scope))).toMatchObject([{ source: "upload", kind: "accounts" }]);

  const next = await uploaded("Customer ID,Company,Seats\nA-3,Cedar,1\n", "whatever.csv");
  const view = await read((sql) => readFileView(sql, scope, { fileId: next, draft: NOTHING }));
  expect(view?.reading).toMatchObject({ from: "saved", kind: "accounts", source: "upload" });
  await withTenant(scope, ({ sql }) => discardFile(sql, scope, next));
});

test("what only a person can know is refused until they said it", async () => {
  const id = await uploaded("subscription_id,account_id,start,amount,interval\nS,A-1,03/04/2026,4900,month\n", "subs.csv");
  await expect(ordered(id, "import")).rejects.toThrow(/Answer that first/);
  const settled = ({ fields, csv }: ImportMap) =>
    ImportMap.parse({
      csv,
      fields: { ...fields, startedAt: { column: "start", format: "dd/MM/yyyy" }, amount: { column: "amount", unit: "minor" } },
    });
  await ordered(id, "import", settled);
  await run(id);
  expect(await read((sql) => findFile(sql, scope, id))).toMatchObject({ status: "done" });
});

test("a job that dies midway leaves the file to the next, which goes on where the run stands, and nothing is lost or comes in twice", async () => {
  const rows = Array.from({ length: 60_000 }, (_, n) => `K${n},Number ${n}`);
  const id = await uploaded(`externalId,name\n${rows.join("\n")}\n`, "killed.csv");
  await ordered(id, "import");
  await slowly();
  const dead = run(id).then(
    () => "ended",
    () => "died",
  );
  await expect.poll(() => committed("killed.csv"), { timeout: 30_000, interval: 20 }).toBeGreaterThan(0);
  await admin.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND usename = 'bellwether_app'",
  );
  expect(await dead).toBe("died");
  await admin.query("DROP FUNCTION app.slowly() CASCADE");
  expect(await committed("killed.csv")).toBeLessThan(60_000);
  expect((await read((sql) => findFile(sql, scope, id)))?.status).not.toBe("done");

  await run(id);
  const file = await read((sql) => findFile(sql, scope, id));
  expect(file).toMatchObject({ status: "done", fault: null });
  expect(await read((sql) => findRun(sql, scope, file?.runId ?? ""))).toMatchObject({
    read: 60_000,
    inserted: 60_000,
    unchanged: 0,
    rejected: 0,
  });
});

/** Half a second for each chunk, so that the run can be met on its way however fast or busy the machine is. */
async function slowly(): Promise<void> {
  await admin.query("CREATE FUNCTION app.slowly() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(0.5); RETURN NEW; END $$");
  await admin.query(
    "CREATE TRIGGER slowly BEFORE UPDATE ON app.import_run FOR EACH ROW WHEN (NEW.file_name = 'killed.csv') EXECUTE FUNCTION app.slowly()",
  );
}

async function committed(fileName: string): Promise<number> {
  const { rows } = await admin.query<{ n: number }>("SELECT committed_row::int AS n FROM app.import_run WHERE file_name = $1", [fileName]);
  return rows[0]?.n ?? 0;
}

test("a worker takes what waits", async () => {
  await startWorker();
  try {
    const id = await uploaded("externalId,name\nW-1,Willow\n", "worker.csv");
    await ordered(id, "import");
    await expect.poll(() => read((sql) => findFile(sql, scope, id)), { timeout: 20_000 }).toMatchObject({ status: "done" });
  } finally {
    await stopWorker();
  }
});

test("uploads that nobody starts are forgotten after a day, and those at work never", async () => {
  const [old, young] = [await uploaded("a,b\n1,2\n", "old.csv"), await uploaded("a,b\n1,2\n", "young.csv")];
  const left = await withTenantConnection(scope, async ({ sql }) => {
    await sql("UPDATE app.import_file SET touched_at = now() - interval '25 hours' WHERE id = $1", [old]);
    await sweepFiles(sql, scope);
    return listFiles(sql, scope);
  });
  expect(left.map(({ id }) => id)).toEqual([young]);
});
