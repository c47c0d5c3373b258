import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ROOT } from "../../server/run.mjs";
import type { Bench } from "../bench";
import type { Figure, Figures } from "../measure";
import { needAccounts } from "../ratios/loading";
import { CLEAN_USAGE } from "../ratios/loading-usage";

const OFTEN = 50;

export const memory: Figures = {
  id: "memory",
  what: "The most memory that a process held (where the system tells it)",
  async read(bench) {
    const app = await bench.app();
    return [
      ...known("the app, all measurements before this one", peakOf(app.pid)),
      ...known("an import of usage by the command line", await importPeak(bench)),
    ];
  },
};

function known(name: string, megabytes: number | null): Figure[] {
  return megabytes === null ? [] : [{ name, value: megabytes, unit: "MB" }];
}

async function importPeak({ spare, options }: Bench): Promise<number | null> {
  const scope = await spare();
  const accounts = await needAccounts(scope, options);
  const folder = await mkdtemp(join(tmpdir(), "bellwether-bench-"));
  const file = join(folder, "usage.csv");
  const rows = Array.from({ length: CLEAN_USAGE.rows(accounts) }, (_, n) => CLEAN_USAGE.row(n, accounts));
  writeFileSync(file, `${[CLEAN_USAGE.header, ...rows].join("\n")}\n`);
  const args = ["import", "usage", file, "--workspace", scope.slug, "--source", "memory"];
  const child = spawn(process.execPath, [join(ROOT, "scripts/cli.mjs"), ...args], { cwd: ROOT, stdio: ["ignore", "ignore", "inherit"] });
  let peak: number | null = null;
  const watch = setInterval(() => {
    for (const pid of childrenOf(child.pid ?? 0)) peak = peakOf(pid) ?? peak;
  }, OFTEN);
  const [code] = await once(child, "close");
  clearInterval(watch);
  await rm(folder, { recursive: true });
  if (code !== 0) throw new Error(`the import failed (exit ${code})`);
  return peak;
}

function childrenOf(pid: number): number[] {
  return told(`/proc/${pid}/task/${pid}/children`).split(" ").filter(Boolean).map(Number);
}

/** In megabytes. */
function peakOf(pid: number): number | null {
  const [, kilobytes] = /VmHWM:\s+(\d+) kB/.exec(told(`/proc/${pid}/status`)) ?? [];
  return kilobytes === undefined ? null : Number(kilobytes) / 1_024;
}

function told(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
