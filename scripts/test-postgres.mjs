// `npm run test:postgres`: the database tests on an ordinary PostgreSQL, 15 as Debian ships it unless PG_BIN names another's programs.
import { execFileSync } from "node:child_process";
import { chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { finish, inTurn, vitest } from "./server/checks.mjs";
import { forgetInstallation } from "./server/environment.mjs";
import { installQuietly } from "./server/install.mjs";
import { leaveWith, Refusal } from "./server/refusal.mjs";

const BIN = process.env.PG_BIN ?? "/usr/lib/postgresql/15/bin";
const SETTINGS = ["listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off", "max_connections=200", "timezone=UTC"];

forgetInstallation();
const { serverUser } = await import("./server/os-user.mjs");
let cluster;
try {
  if (!existsSync(join(BIN, "initdb")))
    throw new Refusal(`There is no PostgreSQL in ${BIN}; install Debian's postgresql-15, or name its programs in PG_BIN.`);
  await installQuietly((line) => process.stdout.write(`${line}\n`));
  cluster = await startCluster(serverUser() ?? {});
} catch (error) {
  leaveWith(error);
}
process.stdout.write(`${execFileSync(join(BIN, "postgres"), ["--version"], { encoding: "utf8" })}`);
process.env.BELLWETHER_TEST_SERVER = cluster.url;
const sum = await inTurn([vitest("Database", "db")]);
await cluster.stop();
finish(sum);

async function startCluster(user) {
  const { findPostmaster, freePort, launch, stopPostmaster } = await import("./server/postmaster.mjs");
  const folder = mkdtempSync(join(tmpdir(), "bellwether-postgres-"));
  const data = join(folder, "data");
  mkdirSync(data, { mode: 0o700 });
  writeFileSync(join(folder, "word"), "postgres");
  if (user.uid !== undefined) for (const path of [folder, data, join(folder, "word")]) chownSync(path, user.uid, user.gid);
  const flags = ["--auth=scram-sha-256", "--username=postgres", `--pwfile=${join(folder, "word")}`, "--locale=C.UTF-8", "--encoding=UTF8"];
  execFileSync(join(BIN, "initdb"), [`--pgdata=${data}`, ...flags], { ...user, cwd: "/", stdio: "pipe" });
  const port = await freePort();
  const run = launch({ data, folder, user, programs: { postgres: join(BIN, "postgres") } }, port, SETTINGS);
  const url = `postgres://postgres:postgres@127.0.0.1:${port}/postgres`;
  await answered(url, run);
  return {
    url,
    async stop() {
      if (findPostmaster(data)) await stopPostmaster(data);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function answered(url, run) {
  const { default: pg } = await import("pg");
  for (const end = Date.now() + 20_000; Date.now() < end && !run.exited(); await new Promise((done) => setTimeout(done, 100))) {
    const client = new pg.Client({ connectionString: url });
    try {
      await client.connect();
      return;
    } catch {
      // not yet
    } finally {
      await client.end().catch(() => {});
    }
  }
  throw new Refusal(`PostgreSQL did not start: ${run.complaint()}.`);
}
