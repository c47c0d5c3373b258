// The embedded PostgreSQL, shared by every program that uses one data folder and stopped by the last of them.
// Each program holds a shared advisory lock on a connection of its own for as long as it uses the server. Whoever gets the lock
// exclusively is the last one. A crashed program's connection dies with it, so nothing is left to clean up.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { openCluster } from "./cluster.mjs";
import { findPostmaster, freePort, launch, stopPostmaster } from "./postmaster.mjs";
import { Refusal } from "./refusal.mjs";

const USERS = 72_707_370; // the advisory lock of the server's users
const PATIENCE = 28_000;

/**
 * Brings the server of `dataFolder` up, or joins the one that is up, and returns its administrator's address, whether we started it, and
 * `release()`. While it is held, a server that dies is started again on the same port. Throws a Refusal.
 * @param {string} dataFolder
 * @param {{ say?: (line: string) => void, options?: string[], patience?: number }} [wishes] where words go, `name=value` settings of the server,
 *   and how many milliseconds it may take
 */
export async function useEmbedded(dataFolder, { say = () => {}, options = [], patience = PATIENCE } = {}) {
  const cluster = await openCluster(resolve(dataFolder), say);
  const held = await connect(cluster, { options, patience });
  let { client } = held;
  let released = false;
  let returning;
  watch();
  function watch() {
    client.once("end", () => {
      returning = again();
    });
  }
  async function again() {
    while (!released) {
      say("The database stopped; starting it again.");
      try {
        ({ client } = await connect(cluster, { options, patience, port: held.port }));
        return watch();
      } catch (error) {
        say(error.message);
        await sleep(1_000);
      }
    }
  }
  return {
    url: address(cluster, held.port),
    started: held.started,
    cluster,
    async release() {
      released = true;
      await returning;
      await leave(client, cluster);
    },
  };
}

function address({ password }, port) {
  return `postgres://postgres:${password}@127.0.0.1:${port}/postgres`;
}

async function connect(cluster, { options, patience, port: fixed }) {
  const end = Date.now() + patience;
  let run;
  let started = false;
  let reason = "it did not answer";
  for (let pause = 20; Date.now() < end; await sleep(pause), pause = Math.min(pause * 1.5, 500)) {
    const live = findPostmaster(cluster.data);
    if (live) {
      const answer = await hold(address(cluster, live.port));
      if (answer.client) {
        keepPort(cluster, live.port);
        return { client: answer.client, port: live.port, started };
      }
      reason = answer.reason;
      if (answer.final)
        throw new Refusal(`The embedded database refuses its own password; put ${join(cluster.folder, "password")} back from a copy.`);
    } else if (run === undefined || run.exited()) {
      if (run) reason = refuseOrWait(cluster, run.complaint());
      run = launch(cluster, fixed ?? (await freePort(keptPort(cluster))), options);
      started = true;
    }
  }
  throw new Refusal(
    `The embedded database did not start within ${patience / 1_000} s (${reason}); its log is ${join(cluster.folder, "log")}.`,
  );
}

// Right after a crash the old server's lock and memory look alive for a moment, and a port may be taken between looking and listening.
const PASSING = /postmaster\.pid" already exists|shared memory block|could not bind|Address already in use|TCP\/IP sockets/;

function refuseOrWait({ folder }, complaint) {
  if (PASSING.test(complaint)) return complaint;
  throw new Refusal(`The embedded database could not start: ${complaint} (log: ${join(folder, "log")}).`);
}

async function hold(url) {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: 5_000,
    application_name: "bellwether user",
    keepAlive: true,
  });
  client.on("error", () => {}); // told by "end"
  try {
    await client.connect();
    await client.query("SELECT pg_advisory_lock_shared($1)", [USERS]);
    return { client };
  } catch (error) {
    await client.end().catch(() => {});
    return { reason: error.message, final: error.code === "28P01" };
  }
}

async function leave(client, cluster) {
  try {
    await client.query("SELECT pg_advisory_unlock_shared($1)", [USERS]);
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS last", [USERS]);
    if (rows[0].last) await stopPostmaster(cluster.data);
  } catch {
    // the server is gone already, and with it what there was to stop
  } finally {
    await client.end().catch(() => {});
  }
}

function keptPort({ folder }) {
  const file = join(folder, "port");
  return existsSync(file) ? Number(readFileSync(file, "utf8")) || 0 : 0;
}

function keepPort({ folder }, port) {
  if (keptPort({ folder }) !== port) writeFileSync(join(folder, "port"), `${port}\n`, { mode: 0o600 });
}
