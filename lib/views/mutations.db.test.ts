import { beforeAll, expect, test } from "vitest";
import { withTenant } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import { listViews } from "@/lib/views/data";
import { changeView, createView, deleteView, setDefaultView } from "@/lib/views/mutations";
import { testDatabase } from "@/tests/support/database";
import { peopled } from "@/tests/support/people";

await testDatabase();

let manager: MemberScope;
let csm: MemberScope;
let viewer: MemberScope;

beforeAll(async () => {
  [manager, csm, viewer] = await peopled("views", ["manager", "csm", "viewer"]);
});

const seen = async (scope: MemberScope) => {
  const views = await withTenant(scope, ({ sql }) => listViews(sql, scope, { screen: "accounts" }), "read");
  return views.map(({ name, isDefault }) => `${name}${isDefault ? ", first" : ""}`);
};

const make = (scope: MemberScope, name: string, { query = "band=red", shared = false } = {}) =>
  withTenant(scope, ({ sql }) => createView(sql, scope, { screen: "accounts", name, query, shared }));

const opened = async (scope: MemberScope, name: string) => {
  const views = await withTenant(scope, ({ sql }) => listViews(sql, scope, { screen: "accounts" }), "read");
  const view = views.find((each) => each.name === name);
  if (!view) throw new Error(`${name} is not there`);
  return view;
};

const begin = (scope: MemberScope, id: string | null) =>
  withTenant(scope, ({ sql }) => setDefaultView(sql, scope, { screen: "accounts", id }));

test("a view is its author's alone until it is shared, and then everybody's to look at and the author's or a manager's to change", async () => {
  await make(csm, "At risk");
  await expect(make(csm, "At risk")).rejects.toThrow("You have a view of that name already");
  expect([await seen(csm), await seen(manager)]).toEqual([["At risk"], []]);

  const view = await opened(csm, "At risk");
  await expect(withTenant(manager, ({ sql }) => deleteView(sql, manager, view))).rejects.toThrow("changed or deleted this view");
  await withTenant(csm, ({ sql }) => changeView(sql, csm, view, { ...fieldsOf(view), shared: true }));
  await expect(withTenant(csm, ({ sql }) => changeView(sql, csm, view, { ...fieldsOf(view), name: "Late" }))).rejects.toThrow(
    "changed or deleted",
  );
  const shared = await opened(viewer, "At risk");
  await expect(withTenant(viewer, ({ sql }) => deleteView(sql, viewer, shared))).rejects.toThrow("save it as your own");
  await withTenant(manager, ({ sql }) =>
    changeView(sql, manager, shared, { ...fieldsOf(shared), name: "At risk now", query: "band=red&sort=name" }),
  );
  expect(await opened(csm, "At risk now")).toMatchObject({ query: "band=red&sort=name", version: 2 });
  const now = await opened(manager, "At risk now");
  await expect(withTenant(manager, ({ sql }) => changeView(sql, manager, now, { ...fieldsOf(now), shared: false }))).rejects.toThrow(
    "take it back",
  );
});

test("who only looks keeps views, and shares none", async () => {
  await make(viewer, "Mine to see");
  await expect(make(viewer, "For all", { shared: true })).rejects.toThrow("for yourself alone");
  expect(await seen(viewer)).toContain("Mine to see");
});

test("each has one view they begin with; it goes when it is taken back or deleted, and nobody begins with what they cannot see", async () => {
  await make(manager, "Big", { shared: true });
  await make(manager, "Small");
  const [big, small] = [await opened(manager, "Big"), await opened(manager, "Small")];
  await begin(csm, big.id);
  await begin(manager, big.id);
  await begin(manager, small.id);
  expect(await seen(manager)).toEqual(["At risk now", "Big", "Small, first"]);
  expect(await seen(csm)).toEqual(["At risk now", "Big, first"]);
  await expect(begin(csm, small.id)).rejects.toThrow("not there any more");
  expect(await seen(csm)).toEqual(["At risk now", "Big, first"]);

  await withTenant(manager, ({ sql }) => changeView(sql, manager, big, { ...fieldsOf(big), shared: false }));
  expect(await seen(csm)).toEqual(["At risk now"]);
  await withTenant(manager, ({ sql }) => changeView(sql, manager, { ...big, version: 1 }, { ...fieldsOf(big), shared: true }));
  expect(await seen(csm)).toEqual(["At risk now", "Big"]);
  await withTenant(manager, ({ sql }) => deleteView(sql, manager, small));
  expect(await seen(manager)).toEqual(["At risk now", "Big"]);
});

function fieldsOf({ name, query, shared }: { name: string; query: string; shared: boolean }) {
  return { name, query, shared };
}
