// `npm run bench -- --accounts 10000`: how fast it is, held against plain ways of doing the same on the same machine in the same minutes.
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { build, needsBuild } from "./server/build.mjs";
import { installQuietly } from "./server/install.mjs";
import { runProgram } from "./server/program.mjs";
import { leaveWith } from "./server/refusal.mjs";
import { ROOT } from "./server/run.mjs";

const ARGUMENTS = ["--conditions=react-server"];
const say = (line) => process.stderr.write(`${line}\n`);

process.env.BELLWETHER_TODAY = "2026-11-20"; // so that a run is of the same records tomorrow
if (process.env.DATABASE_URL === undefined) useScratch();
try {
  await installQuietly(say);
  if (needsBuild()) {
    say("Building the app …");
    await build();
  }
} catch (error) {
  leaveWith(error);
}
await runProgram("scripts/bench/main.ts", process.argv.slice(2), ARGUMENTS);

// A PostgreSQL of its own, in a folder that is gone once its server is stopped.
function useScratch() {
  mkdirSync(join(ROOT, ".data"), { recursive: true });
  const folder = mkdtempSync(join(ROOT, ".data/bench-"));
  process.env.BELLWETHER_DATA = folder;
  process.env.BELLWETHER_SCRATCH = "1"; // nothing in it need be taken away row by row
  process.on("exit", () => {
    for (const path of [farPlace(folder), folder]) if (path) rmSync(path, { recursive: true, force: true });
  });
}

// Where the clone lies in a closed folder, the database is kept elsewhere.
function farPlace(folder) {
  try {
    return readFileSync(join(folder, "postgres-place"), "utf8").trim();
  } catch {
    return undefined;
  }
}
