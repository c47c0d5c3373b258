import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { mergeAccounts } from "@/lib/imports/merge";
import { findKind } from "@/lib/imports/registry";
import { removeRecord } from "@/lib/imports/remove";
import { undoRun } from "@/lib/imports/undo";
import { csvText } from "@/lib/kernel/csv";
import { checkRebuild } from "@/lib/ledger/rebuild";
import { refresh } from "@/lib/ledger/refresh";
import { checkKept } from "@/lib/metrics/kept/check";
import { keepSums } from "@/lib/metrics/kept/keep";
import { now } from "@/lib/platform/clock";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { split } from "@/tests/oracle/compare";
import { allRules, together } from "@/tests/oracle/generate-life";
import { type History, historyOf } from "@/tests/oracle/history";
import type { LifeRules } from "@/tests/oracle/life";
import type { Happening } from "@/tests/oracle/live";
import { SOURCE, tell, tellMore } from "@/tests/oracle/tell";
import { testDatabase } from "@/tests/support/database";
import { importText } from "@/tests/support/import";
import { newWorkspace } from "@/tests/support/workspace";

const SEED = Number(process.env.SEED ?? 20_261_121);
const HISTORIES = Number(process.env.HISTORIES ?? 200);
const ON_A_SHELF = 40;
const asOf = new Date("2027-06-01T00:00:00.777Z");

type Step = { readonly book: string; readonly happening: Happening; readonly isRefreshed: boolean };

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

const shelves: fc.Arbitrary<{ rules: LifeRules; histories: History[]; refreshes: boolean[] }> = allRules.chain((rules) =>
  fc.record({
    rules: fc.constant(rules),
    histories: fc.tuple(...Array.from({ length: ON_A_SHELF }, (_, place) => historyOf(`b${place}`, rules))),
    refreshes: fc.array(
      fc.nat(19).map((drawn) => drawn === 0),
      { minLength: 8 * ON_A_SHELF, maxLength: 8 * ON_A_SHELF },
    ),
  }),
);

test(`after ${HISTORIES} histories every number is the oracle's, and deriving all again changes nothing (seed ${SEED})`, {
  timeout: 900_000,
}, async () => {
  const wrong: string[] = [];
  for (const { rules, histories, refreshes } of fc.sample(shelves, { seed: SEED, numRuns: Math.ceil(HISTORIES / ON_A_SHELF) })) {
    const scope = await newWorkspace(rules);
    const runs = new Map<string, string>();
    await tell(
      scope,
      together(
        histories.map(({ book }) => book),
        rules,
      ),
    );
    await refresh(scope, now(), keepSums);
    for (const { book, happening, isRefreshed } of interleaved(histories, refreshes)) {
      await happen(scope, happening, book, runs);
      if (isRefreshed) await refresh(scope, now(), keepSums);
    }
    const tables = { ...(await checkRebuild(scope)).tables, ...(await checkKept(scope)) };
    expect(Object.entries(tables).filter(([, { different }]) => different > 0)).toEqual([]);
    const end = together(
      histories.map(({ end }) => end),
      rules,
    );
    for (const period of ["2024-03", "t12m:2024-06"]) wrong.push(...(await split(scope, end, { period, asOf }, "segment")));
  }
  expect(wrong).toEqual([]);
});

/** The first happening of every history, then the second of each, and so on. */
function interleaved(histories: readonly History[], refreshes: readonly boolean[]): Step[] {
  const turns = histories.flatMap(({ happenings }, place) => happenings.map((happening, turn) => ({ happening, turn, book: `b${place}` })));
  return turns.sort((a, b) => a.turn - b.turn).map((step, place) => ({ ...step, isRefreshed: refreshes[place] ?? false }));
}

async function happen(scope: Scope, one: Happening, book: string, runs: Map<string, string>): Promise<void> {
  switch (one.act) {
    case "put":
      return tellMore(scope, one.rows);
    case "drop": {
      const kind = findKind(one.kind === "responses" ? "survey-responses" : one.kind);
      await removeRecord(scope, kind, { source: SOURCE, externalId: one.externalId });
      return;
    }
    case "merge":
      await mergeAccounts(scope, { from: one.from, into: one.into });
      return;
    case "file":
      runs.set(`${book} ${one.use.count}`, await brought(scope, "usage", one.use));
      return;
    case "undo":
      await undoRun(scope, runs.get(`${book} ${one.use.count}`) ?? "");
      return;
    case "mistake":
      await undoRun(scope, await brought(scope, "offers", one.offer));
  }
}

/** Brings one record in as a file; the name of the run. */
async function brought(scope: Scope, kind: string, row: object): Promise<string> {
  const cells = Object.values(row).map((value) => (value instanceof Date ? value.toISOString() : value === null ? null : String(value)));
  const { runId, rejected } = await importText(scope, kind, csvText([Object.keys(row), cells]), { source: SOURCE });
  if (runId === null || rejected > 0) throw new Error(`a file of ${kind} was refused: ${cells.join(", ")}`);
  return runId;
}
