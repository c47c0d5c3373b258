import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { findOriginal, findRun, listMaps } from "@/lib/imports/data";
import { receivePart } from "@/lib/imports/files/mutations";
import { rejectedText } from "@/lib/imports/files/rejected-text";
import type { Draft } from "@/lib/imports/files/schema";
import { startImport } from "@/lib/imports/files/start";
import { readFileView } from "@/lib/imports/files/view";
import { sweepFiles } from "@/lib/imports/files/work";
import type { ImportMap } from "@/lib/imports/map";
import { listRejects } from "@/lib/imports/run";
import { importJob } from "@/lib/jobs/import-job";
import { createUser } from "@/lib/people/mutations";
import { withTenant, withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { type MemberScope, memberScope, proveScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace } from "@/tests/support/import";

await testDatabase();
let scope: MemberScope;

beforeAll(async () => {
  const { slug } = await aWorkspace({ timeZone: "Europe/Berlin" });
  const email = "rita@files.test";
  const { id: personId } = await createUser({ email, password: "correct horse battery", workspace: slug, role: "owner" });
  const proven = await proveScope(slug, { personId, email });
  if (!proven) throw new Error("the owner was not let in");
  scope = memberScope(proven);
});

afterAll(closePool);

async function uploaded(text: string | Buffer): Promise<string> {
  const id = randomUUID();
  const content = Buffer.from(text);
  const part = { id, name: "file.csv", bytes: content.length, part: 0 };
  await withTenantConnection(scope, ({ sql }) => receivePart(sql, scope, part, content), "write");
  return id;
}

async function reading(fileId: string, draft: Draft = { kind: null, source: null, map: null }) {
  const view = await withTenant(scope, ({ sql }) => readFileView(sql, scope, { fileId, draft }), "read");
  if (!view?.reading) throw new Error(`the file cannot be read: ${view?.fault}`);
  return view.reading;
}

async function imported(fileId: string, change: (map: ImportMap) => ImportMap = (map) => map, as?: string) {
  const { kind, source, map } = await reading(fileId, { kind: as ?? null, source: null, map: null });
  await withTenant(scope, ({ sql }) => startImport(sql, scope, { fileId, kind, source, map: change(map), task: "import" }));
  await importJob({ workspaceId: scope.workspaceId, slug: scope.slug, fileId });
  const view = await withTenant(
    scope,
    ({ sql }) => readFileView(sql, scope, { fileId, draft: { kind: null, source: null, map: null } }),
    "read",
  );
  return view?.run;
}

test("a column chosen by hand brings its date format, and choosing ISO after that stays", async () => {
  const id = await uploaded("a;b;c\nK-1;Acker;13.11.2025\n");
  const map = { fields: { externalId: "a", name: "b", startedAt: "c" }, csv: { delimiter: ";" } };
  const chosen = await reading(id, { kind: "accounts", source: null, map, picked: ["startedAt"] });
  expect(chosen.map.fields.startedAt).toEqual({ column: "c", format: "dd.MM.yyyy" });
  expect(chosen.preview.rows[0]?.reason).toBeNull();
  const iso = await reading(id, { kind: "accounts", source: null, map, picked: [] });
  expect(iso.map.fields.startedAt).toEqual({ column: "c" });
});

test("the rejected rows of a file with semicolons come in with commas, by the same map", async () => {
  const first = await imported(await uploaded("Kundennummer;Firma;Kunde seit\nK-1;Acker;13.11.2025\nK-2;Birke;31.02.2026\n"));
  expect(first).toMatchObject({ inserted: 1, rejected: 1 });
  const mended = await uploaded('"line","reason","Kundennummer","Firma","Kunde seit"\r\n3,"bad-date","K-2","Birke","28.02.2026"\r\n');
  expect((await reading(mended)).from).toBe("saved");
  expect(await imported(mended)).toMatchObject({ inserted: 1, rejected: 0 });
});

test("other records are read out of the file as it was cut by hand, by the map last used for them", async () => {
  const csv = { delimiter: ";", encoding: "windows-1252" } as const;
  const id = await uploaded(Buffer.from("Kundennummer;Firma;Kunde seit;a,b,c\nK-9;M\xfcller;13.11.2025;1,2,3\n", "latin1"));
  const other = await reading(id, { kind: "tickets", source: "upload", map: { fields: {}, csv } });
  expect(other).toMatchObject({ kind: "tickets", map: { csv } });
  const back = await reading(id, { kind: "accounts", source: "upload", map: { fields: {}, csv } });
  expect(back).toMatchObject({ kind: "accounts", from: "saved", map: { csv } });
  expect(back.map.fields.startedAt).toMatchObject({ format: "dd.MM.yyyy" });
});

/** The file of a run's rejected rows, as it is handed out. */
async function rejectedOf(runId: string): Promise<string> {
  const original = await withTenant(scope, ({ sql }) => findOriginal(sql, scope, runId), "read");
  let text = "";
  for await (const piece of rejectedText(original, listRejects(scope, runId))) text += piece;
  return text;
}

test("the file of rejected rows itself goes back without a loss: cut as its file was, without the guard, and under the same headings", async () => {
  const text = "line;Kundennummer;Firma;reason\n7;L-1;=Grün & Söhne;-5\n8;L-2;'=1+1;x\n9;L-3;'s Gravenhage;\u00ad'-\n";
  const named = (map: ImportMap): ImportMap => ({
    ...map,
    fields: {
      externalId: { column: "Kundennummer" },
      name: { column: "Firma" },
      industry: { column: "reason" },
      region: { column: "line" },
      startedAt: { value: "2026-02-31" },
    },
  });
  const first = await imported(await uploaded(Buffer.from(text, "latin1")), named, "accounts");
  expect(first).toMatchObject({ read: 3, rejected: 3, reasons: { "bad-date": 3 } });
  const rejected = await rejectedOf(first?.id ?? "");
  expect(rejected.split("\r\n")[0]).toBe('\ufeff"line";"reason";"line";"Kundennummer";"Firma";"reason"');

  const again = await imported(
    await uploaded(rejected),
    (map) => ({ ...named(map), fields: { ...named(map).fields, startedAt: { value: "2026-02-28" } } }),
    "accounts",
  );
  expect(again).toMatchObject({ read: 3, inserted: 3, rejected: 0 });
  const rows = await withTenant(
    scope,
    ({ sql }) => sql("SELECT name, industry, region FROM app.account WHERE external_id LIKE 'L-%' ORDER BY external_id"),
    "read",
  );
  expect(rows).toEqual([
    { name: "=Grün & Söhne", industry: "-5", region: "7" },
    { name: "'=1+1", industry: "x", region: "8" },
    { name: "'s Gravenhage", industry: "\u00ad'-", region: "9" },
  ]);
});

test("an import that took nothing keeps no map, and its file stays to be mapped again, for a day", async () => {
  const before = await withTenant(scope, ({ sql }) => listMaps(sql, scope), "read");
  const id = await uploaded("Nummer,Titel,Seit\nM-1,Moos,2026-01-01\nM-2,Nelke,2026-01-02\n");
  const wrong = await imported(
    id,
    () => ({ fields: { externalId: { column: "Nummer" }, name: { column: "Titel" }, seats: { column: "Seit" } }, csv: { decimal: "." } }),
    "accounts",
  );
  expect(wrong).toMatchObject({ read: 2, rejected: 2 });
  expect(await withTenant(scope, ({ sql }) => listMaps(sql, scope), "read")).toEqual(before);
  expect((await reading(id)).map.fields.seats).toEqual({ column: "Seit" });

  const right = await imported(id, ({ fields: { seats: _, ...fields }, csv }) => ({
    csv,
    fields: { ...fields, startedAt: { column: "Seit" } },
  }));
  expect(right).toMatchObject({ read: 2, inserted: 2, rejected: 0 });
  expect((await withTenant(scope, ({ sql }) => listMaps(sql, scope), "read"))[0]).toMatchObject({
    kind: "accounts",
    map: { fields: { startedAt: { column: "Seit" } } },
  });
  await expect(reading(id)).rejects.toThrow(); // it is in, and nothing of it is needed any more
  expect(await withTenant(scope, ({ sql }) => findRun(sql, scope, wrong?.id ?? ""), "read")).toMatchObject({ rejected: 2 });
});

test("the file of an import that took nothing goes after a day, and says so", async () => {
  const id = await uploaded("externalId,name,seats\nO-1,Olive,many\n");
  const run = await imported(id);
  expect(run).toMatchObject({ read: 1, rejected: 1 });
  const isHere = () => withTenant(scope, async ({ sql }) => (await findOriginal(sql, scope, run?.id ?? ""))?.isHere, "read");
  await withTenantConnection(scope, ({ sql }) => sweepFiles(sql, scope));
  expect(await isHere()).toBe(true);
  await withTenantConnection(scope, async ({ sql }) => {
    await sql("UPDATE app.import_file SET touched_at = now() - interval '25 hours' WHERE id = $1", [id]);
    await sweepFiles(sql, scope);
  });
  expect(await isHere()).toBe(false);
  await expect(imported(id)).rejects.toThrow();
});

test("the preview writes a currency as people do", async () => {
  const id = await uploaded("externalId,account,startedAt,amount,currency,interval\nS-1,K-1,2026-01-01,49.00,eur,month\n");
  const { preview } = await reading(id);
  expect(preview.rows[0]?.cells[preview.fields.indexOf("currency")]).toEqual({ text: "eur", value: "EUR", refused: null });
});
