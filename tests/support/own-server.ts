import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { closePool } from "@/lib/platform/pool";
import { useEmbedded } from "../../scripts/server/embedded.mjs";
import { migrate } from "../../scripts/server/migrate.mjs";
import { findPostmaster } from "../../scripts/server/postmaster.mjs";
import { prepareQueue } from "../../scripts/server/queue.mjs";
import { makeRoles, roleUrls } from "../../scripts/server/roles.mjs";

export type OwnServer = {
  readonly appUrl: string;
  /** Kills the server with every process of it, and comes back when the next one answers. */
  readonly killAndStart: () => Promise<void>;
  readonly remove: () => Promise<void>;
};

/** A migrated PostgreSQL that a suite may kill, apart from the run's own. `DATABASE_URL` then names it. */
export async function ownServer(): Promise<OwnServer> {
  const folder = mkdtempSync(join(tmpdir(), "bellwether-server-"));
  chmodSync(folder, 0o711); // where we are root, the server is not
  const embedded = await useEmbedded(folder, { options: ["fsync=off"] }); // the machine stays up: what was written is not lost
  const { appUrl, ownerUrl } = roleUrls(embedded.url);
  await makeRoles(embedded.url);
  await migrate(ownerUrl);
  await prepareQueue(ownerUrl);
  process.env.DATABASE_URL = appUrl;
  return {
    appUrl,
    async killAndStart() {
      const { data } = embedded.cluster;
      const pid = findPostmaster(data)?.pid;
      if (pid === undefined) throw new Error("there is no server to kill");
      for (const one of [pid, ...childrenOf(pid)]) kill(one);
      while (findPostmaster(data)?.pid === pid) await sleep(20);
      while (!(await answers(appUrl))) await sleep(100);
    },
    async remove() {
      await closePool();
      await embedded.release();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function childrenOf(pid: number): number[] {
  const pairs = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  return pairs.map((pair) => pair.trim().split(/\s+/).map(Number)).flatMap(([one = 0, parent]) => (parent === pid ? [one] : []));
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // it was gone already
  }
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on("error", () => {}); // it is the server that is being killed
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}
