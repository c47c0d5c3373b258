import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

/** So long, in milliseconds, what was read is given again: while no record changes, time alone changes little in it. */
const HOLDS = 60_000;
const MOST = 100;

type Kept<Found> = { readonly asOf: number; readonly made: Promise<Found> };

/**
 * What is read live by whoever opens a screen, so that ten people who open it wait for one reading and not for ten: it gives what was read up to a
 * minute ago from the very same records of the same workspace, whose own `asOf` says when, or reads anew.
 * The caller's transaction tells which records it sees, so that a change it sees is in what it gets.
 */
export class Recent<Asked extends object, Found> {
  /** The oldest first. Each key begins with its workspace's id. */
  readonly #kept = new Map<string, Kept<Found>>();

  constructor(readonly make: (sql: Sql, scope: Scope, asked: Asked & { asOf: Date }) => Promise<Found>) {}

  async read(sql: Sql, scope: Scope, { asOf, ...asked }: Asked & { asOf: Date }): Promise<Found> {
    const key = JSON.stringify([scope.workspaceId, await recordsSeen(sql), asked]);
    const known = this.#kept.get(key);
    const age = known === undefined ? Number.NaN : asOf.getTime() - known.asOf;
    const found = age >= 0 && age <= HOLDS ? await known?.made.catch(() => null) : null;
    return found ?? this.#keep(key, asOf, () => this.make(sql, scope, { ...asked, asOf } as Asked & { asOf: Date })); // what it was taken apart from
  }

  #keep(key: string, asOf: Date, make: () => Promise<Found>): Promise<Found> {
    const made = make();
    this.#kept.delete(key);
    this.#kept.set(key, { asOf: asOf.getTime(), made });
    made.catch(() => this.#kept.delete(key));
    for (const oldest of [...this.#kept.keys()].slice(0, Math.max(0, this.#kept.size - MOST))) this.#kept.delete(oldest);
    return made;
  }
}

// Every change of a record moves one of these, in the transaction of the change.
async function recordsSeen(sql: Sql): Promise<string> {
  const [row] = await sql<{ seen: string }>(
    `SELECT concat_ws(' ', mark, fact_mark, change, (SELECT coalesce(sum(marks), 0) FROM app.dirty_account), (SELECT coalesce(sum(marks), 0) FROM app.dirty_usage)) AS seen
     FROM app.derivation`,
  );
  return row?.seen ?? "";
}
