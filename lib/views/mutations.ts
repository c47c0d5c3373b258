import type { Sql } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import type { MemberScope } from "@/lib/platform/scope";
import { mayChange, mayShare } from "@/lib/views/rules";
import type { Screen, ViewFields } from "@/lib/views/schema";

type Opened = { readonly id: string; readonly version: number };

const GONE =
  "Somebody else changed or deleted this view after you opened the page. Their change stands and nothing of yours was saved; reload to see it.";
const TAKEN = "You have a view of that name already. Nothing was saved; choose another name, or replace that one.";
const MOST = 200;

/** Keeps a view under a name that its author has not used on the screen. */
export async function createView(
  sql: Sql,
  scope: MemberScope,
  { screen, name, query, shared }: ViewFields & { screen: Screen },
): Promise<{ id: string }> {
  checkSharing(scope, shared);
  const [own] = await sql<{ many: boolean }>("SELECT count(*) >= $2::int AS many FROM app.saved_view WHERE author = $1", [
    scope.actor.email,
    MOST,
  ]);
  if (own?.many) refuse(`You have ${MOST} views. Nothing was saved; delete one that is not needed any more.`);
  const [made] = await sql<{ id: string }>(
    `INSERT INTO app.saved_view (workspace_id, screen, name, query, shared, author) VALUES ($1::uuid, $2, $3, $4, $5::boolean, $6)
     ON CONFLICT DO NOTHING RETURNING id::text AS id`,
    [scope.workspaceId, screen, name, query, shared, scope.actor.email],
  );
  return made ?? refuse(TAKEN);
}

/** Renames a view, shows it to everybody or to its author alone, or puts what is seen now in the place of what it held. */
export async function changeView(sql: Sql, scope: MemberScope, opened: Opened, { name, query, shared }: ViewFields): Promise<void> {
  const view = await openView(sql, scope, opened);
  if (shared && !view.shared) checkSharing(scope, shared);
  if (view.author !== scope.actor.email && !shared) refuse("Only who made a view can take it back from everybody. Nothing was changed.");
  const [taken] = await sql("SELECT 1 FROM app.saved_view WHERE screen = $1 AND author = $2 AND name = $3 AND id <> $4::uuid", [
    view.screen,
    view.author,
    name,
    opened.id,
  ]);
  if (taken) refuse(TAKEN);
  await sql(
    "UPDATE app.saved_view SET name = $2, query = $3, shared = $4::boolean, version = version + 1, updated_at = now() WHERE id = $1::uuid RETURNING 1",
    [opened.id, name, query, shared],
  );
  if (!shared && view.shared)
    await sql("DELETE FROM app.default_view WHERE view_id = $1::uuid AND member_id <> $2::uuid RETURNING 1", [
      opened.id,
      scope.actor.memberId,
    ]);
}

/** Deletes a view; whoever began with it begins with everything again. */
export async function deleteView(sql: Sql, scope: MemberScope, opened: Opened): Promise<void> {
  await openView(sql, scope, opened);
  await sql("DELETE FROM app.saved_view WHERE id = $1::uuid RETURNING 1", [opened.id]);
}

/** Says which view somebody begins a screen with; null is everything. */
export async function setDefaultView(sql: Sql, scope: MemberScope, { screen, id }: { screen: Screen; id: string | null }): Promise<void> {
  const { memberId, email } = scope.actor;
  await sql("DELETE FROM app.default_view WHERE member_id = $1::uuid AND screen = $2 RETURNING 1", [memberId, screen]);
  if (id === null) return;
  const set = await sql(
    `INSERT INTO app.default_view (workspace_id, member_id, screen, view_id)
     SELECT v.workspace_id, $1::uuid, v.screen, v.id FROM app.saved_view v WHERE v.id = $3::uuid AND v.screen = $2 AND (v.shared OR v.author = $4) RETURNING 1`,
    [memberId, screen, id, email],
  );
  if (set.length === 0) refuse("This view is not there any more. Nothing was changed; reload to see the others.");
}

type Held = { screen: Screen; author: string; shared: boolean };

// What somebody may not see is told of as what is not there.
async function openView(sql: Sql, scope: MemberScope, { id, version }: Opened): Promise<Held> {
  const [view] = await sql<Held>(
    "SELECT screen, author, shared FROM app.saved_view WHERE id = $1::uuid AND version = $2::int AND (shared OR author = $3) FOR UPDATE",
    [id, version, scope.actor.email],
  );
  if (!view) refuse(GONE);
  if (!mayChange(view, scope.actor))
    refuse("Whoever made this view, or a manager, can change it. Nothing was changed; save it as your own.");
  return view;
}

function checkSharing(scope: MemberScope, shared: boolean): void {
  if (shared && !mayShare(scope.actor)) refuse("Your role keeps views for yourself alone. Nothing was saved; leave it unshared.");
}
