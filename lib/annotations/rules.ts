import type { Day } from "@/lib/kernel/period";
import type { MetricFace } from "@/lib/metrics/types";
import type { Role } from "@/lib/platform/scope";

/** Something that happened on a day and that trends tell of. */
export type Mark = {
  readonly key: string;
  readonly day: Day;
  readonly words: string;
  /** What stands at it on a chart; null for a note, which is given a letter. */
  readonly sign: string | null;
  /** Where it is told: on every trend, on those of health, or on that of one metric. */
  readonly of: "all" | "health" | { readonly metric: string };
  /** Of a note: who wrote it, and as of which change. */
  readonly note: { readonly id: string; readonly version: number; readonly author: string } | null;
};

/** The marks of a metric's trend, its own changes of definition among them, oldest first. */
export function marksOf(
  marks: readonly Mark[],
  { id, group, definitionChanges = [] }: Pick<MetricFace, "id" | "group" | "definitionChanges">,
): Mark[] {
  const told = marks.filter(({ of }) => of === "all" || (of === "health" ? group === "Health" : of.metric === id));
  const changed = definitionChanges.map(
    ({ day, words }): Mark => ({ key: `definition ${day}`, day, words, sign: "def", of: { metric: id }, note: null }),
  );
  return byDay([...told, ...changed]);
}

/** The same, oldest first. */
export function byDay<Dated extends { readonly day: Day }>(marks: readonly Dated[]): Dated[] {
  return [...marks].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

/** The marks of what shows health and is no metric, such as the bands or an account's score. */
export function marksOfHealth(marks: readonly Mark[]): Mark[] {
  return marks.filter(({ of }) => of === "all" || of === "health");
}

/** Who may change and delete what others wrote. */
const CHANGES_OTHERS: ReadonlySet<Role> = new Set(["owner", "admin", "manager"]);

/** Whether somebody may change a note: their own where they write at all, that of others as a manager. */
export function mayChange({ author }: { author: string }, { email, role }: { email: string; role: Role }): boolean {
  return CHANGES_OTHERS.has(role) || (author === email && role !== "viewer");
}
