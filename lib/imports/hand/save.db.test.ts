import { beforeAll, describe, expect, test } from "vitest";
import { deleteRecord } from "@/lib/imports/hand/delete";
import type { HandKind } from "@/lib/imports/hand/forms";
import { openForm, weighRecord } from "@/lib/imports/hand/open";
import { type Saved, saveRecord } from "@/lib/imports/hand/save";
import type { Texts } from "@/lib/imports/hand/text";
import { loadRecords } from "@/lib/imports/load";
import { undoRun } from "@/lib/imports/undo";
import { withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();

const SEED = Number(process.env.SEED ?? 4160);
const PAIRS = Number(process.env.PAIRS ?? 100);

let scope: Scope;
let account: string;

beforeAll(async () => {
  scope = await aWorkspace({ timeZone: "Asia/Kathmandu" });
  await loadRecords(scope, "accounts", "crm", [{ externalId: "A-1", name: "Acme", attributes: { tier: "gold" } }]);
  account = (await rowsOf<{ id: string }>(scope, "SELECT id::text FROM app.account"))[0]?.id ?? "";
});

const create = (kind: HandKind, typed: Texts) => withTenant(scope, ({ sql }) => saveRecord(sql, scope, { kind, id: null, account }, typed));

const change = (kind: HandKind, { id, version }: { id: string; version: number }, typed: Texts) =>
  withTenant(scope, ({ sql }) => saveRecord(sql, scope, { kind, id, version }, typed));

const open = (kind: HandKind, id: string | null) => withTenant(scope, ({ sql }) => openForm(sql, scope, { kind, id }), "read");

async function textsOf(kind: HandKind, id: string | null): Promise<Record<string, string>> {
  return Object.fromEntries((await open(kind, id)).fields.map(({ name, text }) => [name, text]));
}

async function newest(table: string): Promise<{ id: string; version: number; source: string }> {
  const rows = await rowsOf<{ id: string; version: number; source: string }>(
    scope,
    `SELECT id::text, version, source FROM app.${table} ORDER BY created_at DESC, updated_at DESC LIMIT 1`,
  );
  if (!rows[0]) throw new Error(`there is no ${table}`);
  return rows[0];
}

describe("every kind of record", () => {
  const TYPED: Record<Exclude<HandKind, "accounts">, { table: string; typed: Texts; later: Texts }> = {
    contacts: { table: "contact", typed: { name: "Ann", isChampion: "true" }, later: { isChampion: "false" } },
    subscriptions: {
      table: "subscription",
      typed: { amount: "49.50", currency: "USD", interval: "month", startedAt: "2026-01-01" },
      later: { amount: "1200.00" },
    },
    contracts: { table: "contract", typed: { dueOn: "2026-12-31", value: "12000.00" }, later: { renewedOn: "2026-12-30" } },
    tickets: { table: "ticket", typed: { createdAt: "2026-01-01T09:30", status: "solved" }, later: { status: "open", reopens: "1" } },
    offers: { table: "offer", typed: { kind: "upsell", presentedAt: "2026-01-01", value: "10.00" }, later: { acceptedAt: "2026-01-05" } },
    referrals: { table: "referral", typed: { referredAt: "2026-01-01", referredAccount: "Bolt" }, later: { convertedAt: "2026-02-01" } },
    milestones: { table: "milestone", typed: { kind: "first_value", at: "2026-01-01T10:00" }, later: { at: "2026-01-02T10:00" } },
    costs: { table: "cost", typed: { month: "2026-01", amount: "100.00", category: "success" }, later: { category: "support" } },
  };

  test.each(Object.entries(TYPED))("%s are made, opened as they were typed, changed and deleted", async (name, { table, typed, later }) => {
    const kind = name as HandKind; // the keys above
    expect(await create(kind, typed)).toMatchObject({ saved: true });
    const made = await newest(table);
    expect(made.source).toBe("hand");
    expect(await textsOf(kind, made.id)).toMatchObject(typed);
    expect(await change(kind, made, later)).toMatchObject({ saved: true });
    const changed = await newest(table);
    expect(await textsOf(kind, changed.id)).toMatchObject(later);
    await withTenant(scope, ({ sql }) => deleteRecord(sql, scope, { kind, ...changed }));
    expect(await rowsOf(scope, `SELECT 1 FROM app.${table}`)).toEqual([]);
    const audit = await rowsOf<{ action: string }>(scope, "SELECT action FROM app.audit WHERE detail ->> 'kind' = $1 ORDER BY seq", [name]);
    expect(audit.map(({ action }) => action)).toEqual(["records.create", "records.change", "records.delete"]);
  });
});

test("what an import brought keeps its source, its key and what the form does not ask, and its next import restates it", async () => {
  const opened = await open("accounts", account);
  expect(opened.importedFrom).toBe("crm");
  await change("accounts", { id: account, version: opened.version }, { segment: "Enterprise" });
  const read = () => rowsOf(scope, "SELECT source, external_id, name, segment, attributes FROM app.account WHERE id = $1::uuid", [account]);
  const kept = { source: "crm", external_id: "A-1", name: "Acme", attributes: { tier: "gold" } };
  expect(await read()).toEqual([{ ...kept, segment: "Enterprise" }]);
  await importText(scope, "accounts", "externalId,name,segment\nA-1,Acme,SMB\n");
  expect(await read()).toEqual([{ ...kept, segment: "SMB" }]);
  const versions = await rowsOf<{ segment: string | null }>(scope, "SELECT segment FROM app.account_version ORDER BY from_at");
  expect(versions.map(({ segment }) => segment)).toEqual([null, "Enterprise", "SMB"]);
});

test("every fault is told at its field, and nothing is written", async () => {
  const faults = (saved: Saved) => (saved.saved ? {} : saved.faults);
  expect(faults(await create("subscriptions", { amount: "x", interval: "", startedAt: "2026-02-30" }))).toEqual({
    amount: "bad-number",
    interval: "missing-field",
    startedAt: "bad-date",
  });
  const backwards = { amount: "1", interval: "month", startedAt: "2026-02-01", endedAt: "2026-01-01" };
  expect(faults(await create("subscriptions", backwards))).toEqual({ endedAt: "end-before-start" });
  expect(faults(await create("costs", { month: "2026-01", amount: "1.5", currency: "JPY" }))).toEqual({ amount: "fractional-minor-unit" });
  expect(await rowsOf(scope, "SELECT 1 FROM app.subscription UNION ALL SELECT 1 FROM app.cost")).toEqual([]);
});

test("money is typed in the digits of its currency, and another currency keeps the amount that was read", async () => {
  await create("costs", { month: "2026-03", amount: "1200", currency: "USD" });
  const cost = await newest("cost");
  await change("costs", cost, { currency: "jpy" });
  expect(await rowsOf(scope, "SELECT amount::int AS amount, currency::text AS currency FROM app.cost")).toEqual([
    { amount: 1200, currency: "JPY" },
  ]);
});

test("a moment that is not touched keeps its seconds, and days are the workspace's", async () => {
  await loadRecords(scope, "tickets", "desk", [{ externalId: "T-1", account: "A-1", createdAt: new Date("2026-05-01T10:00:07.123Z") }]);
  const ticket = await newest("ticket");
  expect((await textsOf("tickets", ticket.id)).createdAt).toBe("2026-05-01T15:45");
  await change("tickets", ticket, { subject: "Slow", solvedAt: "2026-05-02T00:00" });
  expect(await rowsOf(scope, "SELECT opened_at::text AS opened, solved_at::text AS solved FROM app.ticket")).toEqual([
    { opened: "2026-05-01 10:00:07.123+00", solved: "2026-05-01 18:15:00+00" },
  ]);
});

test("an undo of the import keeps what a hand changed since, and counts it", async () => {
  const { runId } = await importText(scope, "contacts", "externalId,account,name\nC-1,A-1,Ann\nC-2,A-1,Bob\n");
  const [ann] = await rowsOf<{ id: string; version: number }>(scope, "SELECT id::text, version FROM app.contact WHERE external_id = 'C-1'");
  if (!ann || !runId) throw new Error("nothing was imported");
  await change("contacts", ann, { name: "Anna" });
  expect(await undoRun(scope, runId)).toEqual({ deleted: 1, restored: 0, kept: 1 });
  expect(await rowsOf(scope, "SELECT name FROM app.contact")).toEqual([{ name: "Anna" }]);
  await withTenant(scope, ({ sql }) => deleteRecord(sql, scope, { kind: "contacts", ...ann, version: ann.version + 1 }));
});

test("what goes with an account is counted before it is deleted", async () => {
  const { version, alongside } = await withTenant(scope, ({ sql }) => weighRecord(sql, scope, { kind: "accounts", id: account }), "read");
  expect(alongside).toEqual({ tickets: 1, costs: 1 });
  const removal = await withTenant(scope, ({ sql }) => deleteRecord(sql, scope, { kind: "accounts", id: account, version }));
  expect(removal.alongside).toEqual(alongside);
  await expect(create("contacts", { name: "Late" })).rejects.toThrow("This account is not there any more");
});

test(`of ${PAIRS} pairs who change one account at once (SEED=${SEED}), one is kept and the other told so`, async () => {
  const made = await withTenant(scope, ({ sql }) =>
    saveRecord(sql, scope, { kind: "accounts", id: null, account: null }, { name: "Raced" }),
  );
  if (!made.saved || made.id === null) throw new Error("no account");
  const { id } = made;
  const random = dice(SEED);
  for (let version = 0; version < PAIRS; version += 1) {
    const words = [`one ${version}`, `other ${version}`];
    const results = await Promise.allSettled(
      words.map(async (plan) => {
        await new Promise((done) => setTimeout(done, random() * 3));
        return change("accounts", { id, version }, { plan });
      }),
    );
    const lost = results.filter((result) => result.status === "rejected");
    expect(lost).toHaveLength(1);
    expect(String(lost[0]?.reason.message)).toMatch(/Somebody else changed this account/);
    const kept = words[results.findIndex((result) => result.status === "fulfilled")];
    expect(await rowsOf(scope, "SELECT plan, version FROM app.account WHERE id = $1::uuid", [id])).toEqual([
      { plan: kept, version: version + 1 },
    ]);
  }
}, 120_000);

function dice(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 4_294_967_296;
  };
}
