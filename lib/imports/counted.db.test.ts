import { expect, test } from "vitest";
import { mergeAccounts } from "@/lib/imports/merge";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

await testDatabase();

const HEAD = "account,user,feature,at,count\n";
const ROW = "A,u1,search,2024-01-01,1\n";

async function aCompany() {
  const scope = await aWorkspace();
  await importText(scope, "accounts", "externalId,name\nA,Alpha\nB,Beta\n");
  const load = (text: string, source = "app") => importText(scope, "usage", HEAD + text, { source });
  const count = async () => (await rowsOf<{ n: number }>(scope, "SELECT count(*)::int AS n FROM app.usage_event"))[0]?.n;
  return { scope, load, count };
}

test("the second of two equal rows is another, and the same file again changes nothing", async () => {
  const { load, count } = await aCompany();
  const text = `${ROW}A,u2,search,2024-01-01,1\n${ROW}Z,u1,search,2024-01-01,1\n`;
  expect(await load(text)).toMatchObject({ read: 4, accepted: 3, reasons: { "unknown-account": 1 } });
  expect(await load(text)).toMatchObject({ read: 4, accepted: 0, unchanged: 3, rejected: 1 });
  expect(await load(`${ROW}${ROW}`)).toMatchObject({ unchanged: 2 });
  expect(await load(`${ROW}${ROW}${ROW}`)).toMatchObject({ accepted: 1, unchanged: 2 });
  expect(await count()).toBe(4);
  expect(await load(ROW, "elsewhere")).toMatchObject({ accepted: 1 });
});

test("a row is the same however its values are written and its columns ordered", async () => {
  const { scope, load, count } = await aCompany();
  await load(ROW);
  expect(await load("A,u1, search ,2024-01-01 00:00,1.0\n")).toMatchObject({ unchanged: 1 });
  expect(await importText(scope, "usage", "at,feature,user,account\n2023-12-31T23:00:00Z,search,u1,A\n", { source: "app" })).toMatchObject({
    unchanged: 1,
  });
  expect(await count()).toBe(1);
});

test("a merge of its account does not make it another row, and it is removed by what it is kept under", async () => {
  const { scope, load, count } = await aCompany();
  await load(ROW);
  await mergeAccounts(scope, { from: "A", into: "B" });
  expect(await load(ROW)).toMatchObject({ unchanged: 1 });
  const [kept] = await rowsOf<{ key: string }>(scope, "SELECT external_id AS key FROM app.usage_event");
  expect(await removeRecord(scope, findKind("usage"), { source: "app", externalId: kept?.key ?? "" })).toEqual({
    deleted: 1,
    alongside: {},
  });
  expect(await count()).toBe(0);
});
