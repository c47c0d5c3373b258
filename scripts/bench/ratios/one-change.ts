import { rebuildHealth } from "@/lib/health/rebuild";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { addMonths, type Day } from "@/lib/kernel/period";
import { rebuild } from "@/lib/ledger/rebuild";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { rebuildSignals } from "@/lib/signals/rebuild";
import { keepSignals } from "@/lib/signals/refresh";
import type { Bench } from "../bench";
import { startOf, TODAY } from "../data/size";
import { mustAgree, type Ratio, timed } from "../measure";

const MONTH = `${TODAY.slice(0, 7)}-01`;
const LONG_AGO = 30;

type Turn = { now: number; longAgo: number; all: number };

const turns = new WeakMap<Bench, Promise<Turn[]>>();

/** One account's new price, brought into everything that is made of it; beside making all of it again. */
function oneChange(id: string, dated: string, reach: Ratio["reach"], side: (turn: Turn) => number): Ratio {
  return {
    id,
    what: `One account's change, dated ${dated}`,
    numerator: "refresh of the ledger, sums, health and signals",
    denominator: "all of them made again from the records",
    unit: "ms",
    reach,
    async measure(bench) {
      const made = turns.get(bench) ?? takeTurns(bench);
      turns.set(bench, made);
      return (await made).map((turn) => [side(turn), turn.all] as const);
    },
  };
}

export const changeThisMonth = oneChange("change-this-month", "this month", { atMost: 0.02 }, ({ now }) => now);
export const changeLongAgo = oneChange("change-long-ago", `${LONG_AGO} months back (or at the beginning)`, null, ({ longAgo }) => longAgo);

// The first turn counts too: making all of it again takes minutes.
async function takeTurns({ scope, options, size }: Bench): Promise<Turn[]> {
  const longAgo = addMonths(MONTH, -Math.min(LONG_AGO, size.months - 1));
  const refreshed = async (from: Day, turn: number) => {
    await change(scope, from, turn);
    return timed(() => bringUpToDate(scope));
  };
  const made: Turn[] = [];
  for (let turn = 1; turn <= options.repeats; turn += 1) {
    const now = await refreshed(MONTH, turn);
    const before = await refreshed(longAgo, turn);
    const kept = await sumsOf(scope);
    made.push({ now, longAgo: before, all: await timed(() => makeAgain(scope)) });
    mustAgree("sums", kept, await sumsOf(scope));
  }
  return made;
}

async function makeAgain(scope: Scope): Promise<void> {
  await rebuild(scope);
  await rebuildHealth(scope, keepSignals);
  await rebuildSignals(scope);
}

// One more subscription of one of the first accounts.
async function change(scope: Scope, from: Day, turn: number): Promise<void> {
  await withTenantConnection(scope, ({ sql }) =>
    sql(
      `INSERT INTO app.subscription (workspace_id, source, external_id, account_id, started_at, amount, currency, interval)
       SELECT workspace_id, 'bench', 'change-' || $1::text || '-' || $2::text, id, ${startOf("$1::text::date")}, 100, 'USD', 'month' FROM app.account WHERE external_id = 'A' || $2::text`,
      [from, String(turn)],
    ),
  );
}

function sumsOf(scope: Scope): Promise<number[]> {
  return withTenantConnection(
    scope,
    async ({ sql }) => {
      const rows = await sql<{ value: number }>(
        `SELECT sum((sums->>'closing_value')::numeric)::float8 AS value FROM app.metric_rollup UNION ALL SELECT sum(score) FROM app.health_day
         UNION ALL SELECT count(*)::float8 FROM app.signal UNION ALL SELECT sum(balance)::float8 FROM app.mrr_movement`,
      );
      return rows.map(({ value }) => value);
    },
    "read",
  );
}
