// The app's own process: started, waited for, stopped.
import { spawn } from "node:child_process";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Refusal } from "./refusal.mjs";
import { leashed, ROOT } from "./run.mjs";

const NEXT = join(ROOT, "node_modules/next/dist/bin/next");

/** Jobs run in the app too. Left to itself, Node lets the rows of a long file pile up: a rehearsal of 200,000 held 305 MB, and holds 166 with these. */
const MEMORY = ["--max-semi-space-size=4", "--max-old-space-size=1024"];

/** Starts the built app. In a process group of its own, so that a Ctrl-C reaches us alone and we stop things in order. */
export function serve({ host, port, env }) {
  const child = spawn(process.execPath, [...MEMORY, ...leashed(), NEXT, "start", "--hostname", host, "--port", String(port)], {
    cwd: ROOT,
    env: { ...process.env, ...env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", BELLWETHER_LEASH: "1" },
    detached: true,
    stdio: ["ignore", "pipe", "pipe", "pipe"],
  });
  const app = { child, isReady: false, told: "", ended: new Promise((resolve) => child.once("close", resolve)) };
  for (const stream of ["stdout", "stderr"]) {
    child[stream].on("data", (text) => {
      if (app.isReady) process[stream].write(text);
      else app.told += text; // Next's own banner says the address in its words; ours follows
    });
  }
  return app;
}

/** Returns when /readyz answers 200. Throws a Refusal with what the app said where it ends or takes longer than a minute. */
export async function ready(app, { host, port }) {
  const address = host === "0.0.0.0" || host === "::" ? "127.0.0.1" : host;
  const url = `http://${address.includes(":") ? `[${address}]` : address}:${port}/readyz`;
  const end = Date.now() + 60_000;
  while (Date.now() < end && app.child.exitCode === null && app.child.signalCode === null) {
    if (await answers(url)) {
      app.isReady = true;
      return;
    }
    await sleep(50);
  }
  throw new Refusal(`${app.told.trim()}\nThe app did not come up; the lines above say why.`);
}

async function answers(url) {
  try {
    const { ok } = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    return ok;
  } catch {
    return false;
  }
}

/** Lets it finish what it is answering; after `patience` ms it is ended. */
export async function stop(app, patience = 10_000) {
  if (app.child.exitCode !== null || app.child.signalCode !== null) return;
  app.child.kill("SIGTERM");
  const late = setTimeout(() => signalGroup(app.child.pid, "SIGKILL"), patience);
  await app.ended;
  clearTimeout(late);
}

function signalGroup(pid, signal) {
  try {
    process.kill(-pid, signal);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
  }
}
