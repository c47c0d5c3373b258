import { expect } from "vitest";
import type { Reject } from "@/lib/imports/prepared";
import type { Scope } from "@/lib/platform/scope";
import { importText, rowsOf } from "@/tests/support/import";

/** A file and what must come of it, exactly: the records in the order of their ids, and each refused row by its line and reason. */
export type Golden = {
  readonly file: string | Buffer;
  readonly map?: object;
  readonly rows?: readonly (readonly unknown[])[];
  readonly rejected?: readonly (readonly [line: number, reason: string])[];
  readonly unchanged?: number;
  readonly throws?: string;
};

/** The columns a golden file of the kind is told by. */
const TOLD: Record<string, string> = {
  accounts: "external_id, name, seats::float8 AS seats, owner_email",
  subscriptions: "external_id, amount::float8 AS amount, started_at AS from_at, ended_at AS to_at",
};

/** Imports the file into a source of its own and holds it against what was told: nothing more, nothing less, nothing dropped. */
export async function expectGolden(scope: Scope, kind: "accounts" | "subscriptions", name: string, golden: Golden): Promise<void> {
  const { file, map, rows = [], rejected = [], unchanged = 0, throws } = golden;
  const done = importText(scope, kind, file, { source: name, ...(map === undefined ? {} : { map }) });
  if (throws !== undefined) return void (await expect(done).rejects.toThrow(throws));
  const report = await done;
  const table = kind === "accounts" ? "account" : "subscription";
  const kept = await rowsOf<Record<string, unknown>>(
    scope,
    `SELECT ${TOLD[kind]} FROM app.${table} WHERE source = $1 ORDER BY external_id COLLATE "C"`,
    [name],
  );
  const refused = await rowsOf<Reject>(
    scope,
    "SELECT line::float8 AS line, reason, cells FROM app.import_reject WHERE run_id = $1::uuid ORDER BY line",
    [report.runId],
  );
  const width = rows[0]?.length ?? 0;
  expect(kept.map((row) => Object.values(row).slice(0, width))).toEqual(rows);
  expect(refused.map(({ line, reason }) => [line, reason])).toEqual(rejected);
  expect(refused.every(({ cells }) => cells.length > 0)).toBe(true);
  expect(report).toMatchObject({
    read: rows.length + rejected.length + unchanged,
    accepted: rows.length,
    unchanged,
    rejected: rejected.length,
  });
}
