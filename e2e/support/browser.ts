import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import { chromium, type LaunchOptions } from "@playwright/test";

const FOLDER = join(process.cwd(), ".data/chromium");
const QUIET = [
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** The browser the tests drive: Playwright's own where it is installed, else one that is there, else the one that comes from npm. */
export async function browser(): Promise<LaunchOptions> {
  const args = [...QUIET, ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])];
  if (existsSync(chromium.executablePath())) return { args };
  const installed = [process.env.CHROMIUM_PATH, "/usr/bin/chromium"].find((path) => path !== undefined && existsSync(path));
  if (installed) return { args, executablePath: installed };
  return { args: [...QUIET, "--no-sandbox", "--no-zygote"], executablePath: await packed() };
}

// It unpacks itself into the folder for temporary files; ours is filled aside and renamed, so that a broken one is never met.
async function packed(): Promise<string> {
  const program = join(FOLDER, "chromium");
  if (existsSync(program)) return program;
  const draft = `${FOLDER}.${process.pid}`;
  const { TMPDIR } = process.env;
  mkdirSync(draft, { recursive: true });
  try {
    process.env.TMPDIR = draft;
    const { default: archive } = await import("@sparticuz/chromium");
    await archive.executablePath();
    if (!existsSync(program)) renameSync(draft, FOLDER);
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR;
    else process.env.TMPDIR = TMPDIR;
    rmSync(draft, { recursive: true, force: true });
  }
  return program;
}
