import { randomBytes } from "node:crypto";
import { refreshHealth } from "@/lib/health/refresh";
import { refresh } from "@/lib/ledger/refresh";
import { keepSums } from "@/lib/metrics/kept/keep";
import type { Scope } from "@/lib/platform/scope";
import { keepSignals, refreshSignals } from "@/lib/signals/refresh";
import { removeWorkspace } from "@/lib/workspaces/mutations";
import { emptyWorkspace, fillWorkspace } from "./data/fill";
import { type Size, sizeOf } from "./data/size";
import { type Figure, timed } from "./measure";
import type { Options } from "./options";
import { type App, startApp } from "./web/app";

/** What measurements run on, made when one first asks for it. */
export type Bench = {
  readonly options: Options;
  readonly size: Size;
  readonly scope: Scope;
  /** How long it took to fill the workspace and to bring it up to date, step by step. */
  readonly steps: readonly Figure[];
  /** A workspace like it with a tenth of the accounts and of what they did. */
  readonly tenth: () => Promise<Scope>;
  /** A workspace of its own to load files into. */
  readonly spare: () => Promise<Scope>;
  /** The app as people use it, signed in as an owner of these workspaces. */
  readonly app: () => Promise<App>;
  readonly close: () => Promise<void>;
};

export async function openBench(options: Options, say: (line: string) => void): Promise<Bench> {
  const run = randomBytes(4).toString("hex");
  const made: Scope[] = [];
  const steps: Figure[] = [];
  let app: Promise<App> | undefined;
  const workspace = async (name: string, accounts: number, told: Figure[]) => {
    const size = sizeOf(accounts, options.months, options.seed);
    const scope = await emptyWorkspace(`bench-${run}-${name}`);
    made.push(scope);
    await toldAbout(told, say, [
      [`filling ${accounts} accounts`, () => fillWorkspace(scope, size)],
      ["refresh: ledger, sums and days of use", () => refresh(scope, undefined, keepSums)],
      ["refresh: health and signals, day by day", () => refreshHealth(scope, undefined, keepSignals)],
      ["refresh: signals over all of history", () => refreshSignals(scope)],
    ]);
    return { scope, size };
  };
  const { scope, size } = await workspace("whole", options.accounts, steps);
  const tenth = once(async () => (await workspace("tenth", Math.max(10, Math.round(options.accounts / 10)), [])).scope);
  const spare = once(async () => {
    const empty = await emptyWorkspace(`bench-${run}-spare`);
    made.push(empty);
    return empty;
  });
  return {
    ...{ options, size, scope, steps, tenth, spare },
    app: () => {
      app ??= startApp(run, say);
      return app;
    },
    async close() {
      await (await app?.catch(() => undefined))?.stop();
      if (process.env.BELLWETHER_SCRATCH === undefined) for (const each of made) await removeWorkspace(each);
    },
  };
}

async function toldAbout(
  told: Figure[],
  say: (line: string) => void,
  steps: readonly (readonly [string, () => Promise<unknown>])[],
): Promise<void> {
  for (const [name, work] of steps) {
    const value = (await timed(work)) / 1_000;
    say(`${name}: ${value.toFixed(1)} s`);
    told.push({ name, value, unit: "s" });
  }
}

function once<T>(work: () => Promise<T>): () => Promise<T> {
  let result: Promise<T> | undefined;
  return () => {
    result ??= work();
    return result;
  };
}
