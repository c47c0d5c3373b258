import type { SavedView } from "@/lib/views/data";

type Kept = Pick<SavedView, "id" | "query">;

/** The view an address names; null where it names none, or one that is not there for whoever looks. */
export function kept<View extends Kept>(views: readonly View[], id: string | null): View | null {
  return views.find((view) => view.id === id) ?? null;
}

/** A view spelled out: what it holds now, so that whoever gets the address sees the same even when the view is gone. */
export function viewAddress(workspace: string, { id, query }: Kept): string {
  return `/w/${workspace}/accounts?${query === "" ? "" : `${query}&`}view=${id}`;
}

/** A view by its name alone: it leads to what the view holds when it is opened. */
export function viewLink(workspace: string, { id }: Kept): string {
  return `/w/${workspace}/accounts?view=${id}`;
}

/** Where an address that says nothing but a view leads to, or one that says nothing at all and one's first view; null where it stays. */
export function leadsTo(
  workspace: string,
  views: readonly SavedView[],
  given: Readonly<Record<string, string | string[] | undefined>>,
): string | null {
  const names = Object.keys(given).filter((name) => given[name] !== undefined);
  if (names.length === 0) {
    const first = views.find(({ isDefault }) => isDefault);
    return first ? viewAddress(workspace, first) : null;
  }
  const view = names.length === 1 && typeof given.view === "string" ? kept(views, given.view) : null;
  return view === null || view.query === "" ? null : viewAddress(workspace, view);
}
