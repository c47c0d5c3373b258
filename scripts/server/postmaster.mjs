// The server's process: found by its own lock file, started, stopped. The lock file is PostgreSQL's to judge; nothing here ever removes it.
import { execFileSync, spawn } from "node:child_process";
import { closeSync, existsSync, openSync, readFileSync, renameSync } from "node:fs";
import { createServer } from "node:net";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** The live server of a data directory, { pid, port }; undefined where there is none. */
export function findPostmaster(data) {
  const [pid, , , port] = lines(join(data, "postmaster.pid"));
  if (!/^\d+$/.test(pid ?? "") || !/^\d+$/.test(port ?? "")) return undefined;
  return commandOf(Number(pid)).includes(` -D ${data} `) ? { pid: Number(pid), port: Number(port) } : undefined;
}

function lines(path) {
  try {
    return readFileSync(path, "utf8").split("\n");
  } catch {
    return [];
  }
}

// Empty for a process that is gone or a zombie. A recycled pid shows another program's command.
function commandOf(pid) {
  try {
    if (process.platform === "linux") return readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
    return `${execFileSync("ps", ["-o", "command=", "-p", String(pid)], { stdio: "pipe", encoding: "utf8" })} `;
  } catch {
    return "";
  }
}

/** Starts a server on `port`; `exited()` tells whether it gave up, `complaint()` its FATAL lines. Its own process group: a Ctrl-C is not for it. */
export function launch({ data, folder, user, programs }, port, options = []) {
  const log = join(folder, "log");
  if (existsSync(log)) renameSync(log, `${log}.before`);
  const out = openSync(log, "a", 0o600);
  const settings = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "timezone=UTC", "log_timezone=UTC", ...options];
  const child = spawn(programs.postgres, ["-D", data, "-p", String(port), ...settings.flatMap((setting) => ["-c", setting])], {
    ...user,
    cwd: "/",
    env: { PATH: process.env.PATH, LC_ALL: "C" },
    detached: true,
    stdio: ["ignore", out, out],
  });
  closeSync(out);
  let gone = false;
  child.on("exit", () => {
    gone = true;
  });
  child.on("error", () => {
    gone = true;
  });
  child.unref();
  return { exited: () => gone, complaint: () => complaint(log) };
}

function complaint(log) {
  const told = lines(log).filter((line) => /FATAL|PANIC|error while loading/.test(line));
  return (
    told.map((line) => line.replace(/^.*?(?:FATAL|PANIC): */, "")).join("; ") ||
    lines(log).slice(-2).join(" ").trim() ||
    "it gave no reason"
  );
}

/** Asks for a fast stop, which breaks connections but finishes what was committed; after 20 s an immediate one. Never kills. */
export async function stopPostmaster(data, patience = 20_000) {
  const found = findPostmaster(data);
  if (!found) return;
  const gone = () => findPostmaster(data)?.pid !== found.pid;
  signal(found.pid, "SIGINT");
  if (!(await within(patience, gone))) {
    signal(found.pid, "SIGQUIT");
    await within(10_000, gone);
  }
  await within(1_000, () => !signal(found.pid, 0)); // nor a zombie of ours is left
}

function signal(pid, name) {
  try {
    return process.kill(pid, name);
  } catch (error) {
    if (error.code !== "ESRCH") throw error;
    return false;
  }
}

async function within(milliseconds, done) {
  const end = Date.now() + milliseconds;
  while (Date.now() < end) {
    if (done()) return true;
    await sleep(25);
  }
  return done();
}

/** A port of 127.0.0.1 nobody listens on: `wished` if it is free. */
export async function freePort(wished = 0) {
  const port = await listenOnce(wished);
  return port ?? listenOnce(0);
}

function listenOnce(port) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", () => resolve(undefined));
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const { port: got } = server.address();
      server.close(() => resolve(got));
    });
  });
}
