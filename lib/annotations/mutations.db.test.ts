import { beforeAll, expect, test } from "vitest";
import { listMarks } from "@/lib/annotations/data";
import { changeAnnotation, createAnnotation, deleteAnnotation } from "@/lib/annotations/mutations";
import type { AnnotationFields } from "@/lib/annotations/schema";
import { BUILT_IN } from "@/lib/health/config";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { joined, peopled } from "@/tests/support/people";

await testDatabase();

let manager: MemberScope;
let csm: MemberScope;
let other: MemberScope;

beforeAll(async () => {
  [manager] = await peopled("notes", ["manager"]);
  csm = await joined("notes", "csm@notes.test", "csm");
  other = await joined("notes", "other@notes.test", "csm");
});

const PRICE: AnnotationFields = { day: "2026-03-02", metric: null, text: "Prices went up by 8 %" };

const marks = () => withTenant(manager, ({ sql }) => listMarks(sql, manager), "read");
const write = (text: string, params: unknown[] = []) => withTenant(manager, ({ sql }) => sql(text, params));
const clear = () => write("DELETE FROM app.annotation RETURNING 1");
const create = (fields: Partial<AnnotationFields> = {}) =>
  withTenant(csm, ({ sql }) => createAnnotation(sql, csm, { ...PRICE, ...fields }));

test("notes are told by day: those of every trend and those of one metric", async () => {
  await clear();
  await create({ day: "2026-05-01", metric: "mrr", text: "A reseller joined" });
  await create();
  expect((await marks()).map(({ day, words, of, sign, note }) => [day, words, of, sign, note?.author])).toEqual([
    ["2026-03-02", "Prices went up by 8 %", "all", null, "csm@notes.test"],
    ["2026-05-01", "A reseller joined", { metric: "mrr" }, null, "csm@notes.test"],
  ]);
  await expect(create({ metric: "shoe-size" })).rejects.toThrow("There is no such metric");
});

test("its author and a manager change and delete it, and no other CSM; of two at once the second is refused", async () => {
  await clear();
  const { id } = await create();
  const change = (scope: MemberScope, version: number, text: string) =>
    withTenant(scope, ({ sql }) => changeAnnotation(sql, scope, { id, version }, { ...PRICE, text }));
  await change(csm, 0, "Prices went up by 9 %");
  await expect(change(other, 1, "No")).rejects.toThrow("Only its author, a manager or an admin can change this");
  await expect(change(manager, 0, "No")).rejects.toThrow("Somebody else changed this note after you opened it");
  await change(manager, 1, "Prices went up by 10 %");
  expect((await marks()).map(({ words }) => words)).toEqual(["Prices went up by 10 %"]);
  const remove = (scope: MemberScope) => withTenant(scope, ({ sql }) => deleteAnnotation(sql, scope, { id, version: 2 }));
  await expect(remove(other)).rejects.toThrow("Only its author");
  await remove(manager);
  expect(await marks()).toEqual([]);
});

test("a version of the scorecards is told of health from the day it came into force", async () => {
  await clear();
  await write(
    "INSERT INTO app.health_version (workspace_id, number, from_day, config, author) VALUES ($1::uuid, 1, '2026-04-01', $2::text::jsonb, 'x') RETURNING 1",
    [manager.workspaceId, JSON.stringify(BUILT_IN)],
  );
  await create();
  expect((await marks()).map(({ day, of, sign }) => [day, of, sign])).toEqual([
    ["2026-03-02", "all", null],
    ["2026-04-01", "health", "v1"],
  ]);
});
