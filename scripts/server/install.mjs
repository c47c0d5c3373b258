// What a fresh clone lacks: its packages and the generated database client. Runs before anything is installed.
import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { fingerprint, isMarked, setMark } from "./fingerprint.mjs";
import { ROOT, run } from "./run.mjs";

const LOCK = join(ROOT, "package-lock.json");
const INSTALLED = join(ROOT, "node_modules/.package-lock.json");
const INSTALL_MARK = join(ROOT, "node_modules/.bellwether-lock");
const CLIENT_MARK = join(ROOT, "lib/platform/generated/.fingerprint");

export function needsInstall() {
  if (!existsSync(INSTALLED)) return true;
  if (isMarked(INSTALL_MARK, lockMark())) return false;
  return statSync(LOCK).mtimeMs > statSync(INSTALLED).mtimeMs; // newer packages than the lock: somebody ran npm install
}

export async function install() {
  const npm = process.env.npm_execpath;
  const [program, first] = npm?.endsWith(".js") ? [process.execPath, [npm]] : ["npm", []];
  // Not `npm ci`: it refuses where a registry lacks a package for some other platform, as mirrors do. What is locked is installed all the
  // same and its integrity checked; the versions check compares the outcome with the lock. No package's own script is run.
  const flags = ["--no-save", "--include=dev", "--ignore-scripts", "--prefer-offline", "--no-audit", "--no-fund", "--loglevel=error"];
  await run(program, [...first, "install", ...flags], { what: "Installing packages" });
  setMark(INSTALL_MARK, lockMark());
}

function lockMark() {
  return fingerprint(ROOT, ["package-lock.json"]);
}

export function needsGenerate() {
  return !isMarked(CLIENT_MARK, clientMark());
}

export async function generate() {
  // Prisma would fetch an engine that generating does not use.
  const env = { PRISMA_SCHEMA_ENGINE_BINARY: "/bin/true", CHECKPOINT_DISABLE: "1", PRISMA_HIDE_UPDATE_MESSAGE: "1" };
  await run(process.execPath, [join(ROOT, "node_modules/prisma/build/index.js"), "generate"], {
    env,
    what: "Generating the database client",
  });
  setMark(CLIENT_MARK, clientMark());
}

function clientMark() {
  return fingerprint(ROOT, ["prisma/schema", "prisma.config.ts", "package-lock.json"]);
}

/** Both, in silence, for programs that print something of their own. `say` hears of an install, which takes long. */
export async function installQuietly(say) {
  if (needsInstall()) {
    say("Installing packages …");
    await install();
  }
  if (needsGenerate()) await generate();
}
