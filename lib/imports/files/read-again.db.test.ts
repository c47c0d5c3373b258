import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { receivePart } from "@/lib/imports/files/mutations";
import type { Draft } from "@/lib/imports/files/schema";
import { startImport } from "@/lib/imports/files/start";
import { readFileView } from "@/lib/imports/files/view";
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

async function uploaded(text: string): Promise<string> {
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

async function imported(fileId: string) {
  const { kind, source, map } = await reading(fileId);
  await withTenant(scope, ({ sql }) => startImport(sql, scope, { fileId, kind, source, map, task: "import" }));
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

test("the preview writes a currency as people do", async () => {
  const id = await uploaded("externalId,account,startedAt,amount,currency,interval\nS-1,K-1,2026-01-01,49.00,eur,month\n");
  const { preview } = await reading(id);
  expect(preview.rows[0]?.cells[preview.fields.indexOf("currency")]).toEqual({ text: "eur", value: "EUR", refused: null });
});
