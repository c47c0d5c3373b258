import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { from as copyFrom } from "pg-copy-streams";
import { importFile } from "@/lib/imports/import-file";
import { findKind } from "@/lib/imports/registry";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Bench } from "../bench";
import { accountSql } from "../data/customers";
import { sizeOf } from "../data/size";
import { inTurns, mustAgree, type Ratio } from "../measure";
import type { Options } from "../options";

/** A kind's clean rows, as a file has them and as the table does. */
export type Clean = {
  readonly kind: "subscriptions" | "usage";
  readonly table: string;
  readonly header: string;
  /** What the n-th row is known by: the file's own id, or a hash as long as those that an import makes. */
  readonly key: (n: number) => string;
  /** The n-th row as the file has it. */
  readonly row: (n: number, accounts: number) => string;
  /** The columns of the stage, as declared and as named in the table, beside the key and the account. */
  readonly columns: readonly (readonly [name: string, type: string])[];
  /** The cells of a row that go into them. */
  readonly cells: (n: number, accounts: number) => readonly string[];
  readonly rows: (accounts: number) => number;
};

let turn = 0;

/** Rows a second of a file that is imported, beside those of the same rows staged by COPY and inserted under the same keys. */
export function loading(id: string, clean: Clean): Ratio {
  return {
    id,
    what: `Loading ${clean.kind}`,
    numerator: "rows a second of a CSV file imported",
    denominator: "rows a second by COPY into a stage and one INSERT into the same table",
    unit: "rows/s",
    reach: { atLeast: 0.5 },
    measure: (bench) => measured(bench, clean),
  };
}

async function measured(bench: Bench, clean: Clean) {
  const scope = await bench.spare();
  const accounts = await needAccounts(scope, bench.options);
  const count = clean.rows(accounts);
  const folder = await mkdtemp(join(tmpdir(), "bellwether-bench-"));
  const file = join(folder, `${clean.kind}.csv`);
  writeFileSync(file, `${[clean.header, ...Array.from({ length: count }, (_, n) => clean.row(n, accounts))].join("\n")}\n`);
  const staged = Buffer.from(
    Array.from({ length: count }, (_, n) => `${clean.key(n)}\tA${1 + (n % accounts)}\t${clean.cells(n, accounts).join("\t")}\n`).join(""),
  );
  let first: number[] | undefined;
  const rate = async (work: (source: string) => Promise<unknown>) => {
    turn += 1;
    const source = `turn-${turn}`;
    const begun = performance.now();
    await work(source);
    const seconds = (performance.now() - begun) / 1_000;
    const found = await contentOf(scope, clean, source);
    first ??= found;
    mustAgree("rows", found, first);
    mustAgree("rows read", [found[0] ?? 0], [count]);
    return count / seconds;
  };
  try {
    return await inTurns(
      bench.options.repeats,
      () =>
        rate((source) => importFile(scope, { kind: findKind(clean.kind), path: file, source, map: null, dryRun: false, say: () => {} })),
      () => rate((source) => stageAndInsert(scope, clean, source, staged)),
    );
  } finally {
    await rm(folder, { recursive: true });
  }
}

function stageAndInsert(scope: Scope, { table, columns }: Clean, source: string, staged: Buffer): Promise<void> {
  const names = columns.map(([name]) => name);
  return withTenantConnection(scope, async ({ client, sql }) => {
    await sql(
      `CREATE TEMP TABLE plain (external_id text, account text, ${columns.map((column) => column.join(" ")).join(", ")}) ON COMMIT DROP`,
    );
    const copy = client.query(copyFrom("COPY plain FROM STDIN"));
    copy.end(staged);
    await once(copy, "finish");
    await sql("ANALYZE pg_temp.plain");
    await sql(
      `INSERT INTO app.${table} (workspace_id, source, external_id, account_id, ${names.join(", ")})
       SELECT app.tenant(), $1, p.external_id, a.id, ${names.map((name) => `p.${name}`).join(", ")} FROM plain p JOIN app.account a ON a.source = 'bench' AND a.external_id = p.account`,
      [source],
    );
  });
}

/** Makes the accounts that the rows are of, once. Returns how many there are. */
export function needAccounts(scope: Scope, { accounts, months, seed }: Options): Promise<number> {
  const size = sizeOf(Math.min(accounts, 10_000), months, seed);
  return withTenantConnection(scope, async ({ sql }) => {
    const [known] = await sql<{ is: boolean }>("SELECT EXISTS (SELECT FROM app.account) AS is");
    if (!known?.is) for (const statement of [...accountSql(size), "ANALYZE app.account"]) await sql(statement);
    return size.accounts;
  });
}

// How many rows a turn has brought, and what they say.
function contentOf(scope: Scope, { table, columns }: Clean, source: string): Promise<number[]> {
  return withTenantConnection(
    scope,
    async ({ sql }) => {
      const [row] = await sql<{ rows: number; content: number }>(
        `SELECT count(*)::int AS rows, coalesce(sum(hashtext(concat_ws('|', account_id, ${columns.map(([name]) => name).join(", ")}))), 0)::float8 AS content FROM app.${table} WHERE source = $1`,
        [source],
      );
      return row ? [row.rows, row.content] : [];
    },
    "read",
  );
}
