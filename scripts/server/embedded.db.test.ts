import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { chmodSync, chownSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { afterAll, afterEach, expect, test } from "vitest";
import { useEmbedded } from "./embedded.mjs";
import { findPostmaster, freePort, stopPostmaster } from "./postmaster.mjs";

const IS_ROOT = process.getuid?.() === 0;
const cleanups: (() => unknown)[] = [];

afterEach(async () => {
  for (const clean of cleanups.reverse()) await clean();
  cleanups.length = 0;
});

function freshFolder(mode = 0o711): string {
  const folder = mkdtempSync(join(tmpdir(), "bellwether-life-"));
  chmodSync(folder, mode);
  cleanups.push(async () => {
    await stopPostmaster(join(folder, "postgres/data"));
    rmSync(folder, { recursive: true, force: true });
  });
  return folder;
}

const made = mkdtempSync(join(tmpdir(), "bellwether-made-"));
chmodSync(made, 0o711);
await (await useEmbedded(made)).release();
afterAll(() => rmSync(made, { recursive: true, force: true }));

/** A folder whose database was made and stopped before. */
function madeFolder(): { folder: string; data: string; pidFile: string } {
  const folder = freshFolder();
  execFileSync("cp", ["-a", join(made, "postgres"), folder]);
  const data = join(folder, "postgres/data");
  return { folder, data, pidFile: join(data, "postmaster.pid") };
}

async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => {});
  await client.connect();
  const { rowCount } = await client.query("SELECT 1");
  await client.end();
  return rowCount === 1;
}

/** Another program that uses the server of a folder, and what it said of it. */
async function otherProgram(folder: string): Promise<{ child: ChildProcess; started: boolean; url: string }> {
  const source = `import { useEmbedded } from ${JSON.stringify(new URL("./embedded.mjs", import.meta.url).href)};
    const server = await useEmbedded(${JSON.stringify(folder)});
    console.log(JSON.stringify({ started: server.started, url: server.url }));
    process.once("SIGTERM", () => server.release().then(() => process.exit(0)));`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", source], { stdio: ["ignore", "pipe", "inherit"] });
  cleanups.push(() => child.kill("SIGKILL"));
  const [line] = (await once(createInterface({ input: child.stdout }), "line")) as [string];
  return { child, ...JSON.parse(line) };
}

async function ended(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  child.kill(signal);
  await once(child, "exit");
}

test("a server that outlived its program is taken over, not started twice", async () => {
  const folder = freshFolder();
  const { child, started } = await otherProgram(folder);
  expect(started).toBe(true);
  await ended(child, "SIGKILL");
  const orphan = findPostmaster(join(folder, "postgres/data"));
  const server = await useEmbedded(folder);
  expect(server.started).toBe(false);
  expect(findPostmaster(join(folder, "postgres/data"))).toEqual(orphan);
  await server.release();
  expect(findPostmaster(join(folder, "postgres/data"))).toBeUndefined();
});

test("a server killed this very moment is waited for and started again", async () => {
  const { folder, data } = madeFolder();
  await ended((await otherProgram(folder)).child, "SIGKILL");
  process.kill(findPostmaster(data)?.pid ?? 0, "SIGKILL");
  const server = await useEmbedded(folder);
  expect(await answers(server.url)).toBe(true);
  await server.release();
});

test("a server that dies while it is used comes back on the same port", async () => {
  const folder = freshFolder();
  const server = await useEmbedded(folder);
  const before = findPostmaster(server.cluster.data);
  process.kill(before?.pid ?? 0, "SIGKILL");
  const isBack = async () => findPostmaster(server.cluster.data)?.pid !== before?.pid && (await answers(server.url).catch(() => false));
  for (const end = Date.now() + 15_000; Date.now() < end && !(await isBack()); ) await sleep(100);
  expect(await isBack()).toBe(true);
  await server.release();
});

test("the lock file of a server long gone does not stop a start", async () => {
  const { folder, data, pidFile } = madeFolder();
  const { uid, gid } = statSync(data);
  writeFileSync(pidFile, `4194000\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`, { mode: 0o600 });
  chownSync(pidFile, uid, gid);
  const server = await useEmbedded(folder);
  expect(await answers(server.url)).toBe(true);
  await server.release();
});

test("a lock file whose number another program has now ends in one sentence, and is left alone", async () => {
  const { folder, data, pidFile } = madeFolder();
  const { uid, gid } = statSync(data);
  const stranger = spawn("sleep", ["60"], IS_ROOT ? { uid, gid } : {});
  cleanups.push(() => stranger.kill());
  const text = `${stranger.pid}\n${data}\n1700000000\n5432\n\n127.0.0.1\n\nready   \n`;
  writeFileSync(pidFile, text, { mode: 0o600 });
  chownSync(pidFile, uid, gid);
  await expect(useEmbedded(folder, { patience: 3_000 })).rejects.toThrow(
    /^The embedded database did not start within 3 s \(lock file "postmaster.pid" already exists.*\.$/,
  );
  expect(readFileSync(pidFile, "utf8")).toBe(text);
  expect(stranger.exitCode).toBeNull();
});

test.each(["", "what is this"])("a broken lock file (%j) ends in one sentence, and is left alone", async (text) => {
  const { folder, data, pidFile } = madeFolder();
  const { uid, gid } = statSync(data);
  writeFileSync(pidFile, text, { mode: 0o600 });
  chownSync(pidFile, uid, gid);
  await expect(useEmbedded(folder)).rejects.toThrow(/^The embedded database could not start: .*lock file.*\.$/);
  expect(readFileSync(pidFile, "utf8")).toBe(text);
});

test("a taken port makes it choose another", async () => {
  const { folder } = madeFolder();
  const kept = Number(readFileSync(join(folder, "postgres/port"), "utf8"));
  const squatter: Server = createServer().listen(kept, "127.0.0.1");
  await once(squatter, "listening");
  cleanups.push(() => squatter.close());
  const server = await useEmbedded(folder);
  expect(new URL(server.url).port).not.toBe(String(kept));
  expect(await answers(server.url)).toBe(true);
  await server.release();
});

test("data made by another major version ends in one sentence", async () => {
  const { folder, data } = madeFolder();
  writeFileSync(join(data, "PG_VERSION"), "15\n");
  await expect(useEmbedded(folder)).rejects.toThrow(/was made by PostgreSQL 15 and this is 18; .*\.$/);
});

test("two programs starting at once share one server, and the last to leave stops it", async () => {
  const folder = freshFolder();
  const [one, two] = await Promise.all([otherProgram(folder), otherProgram(folder)]);
  expect(one.url).toBe(two.url);
  await ended(one.child, "SIGTERM");
  expect(await answers(two.url)).toBe(true);
  await ended(two.child, "SIGTERM");
  expect(findPostmaster(join(folder, "postgres/data"))).toBeUndefined();
});

test("the password is not the world's to read, and is asked for", async () => {
  const folder = freshFolder();
  const server = await useEmbedded(folder);
  expect(statSync(join(folder, "postgres/password")).mode & 0o777).toBe(0o600);
  const wrong = Object.assign(new URL(server.url), { password: "wrong" }).href;
  await expect(answers(wrong)).rejects.toThrow(/password authentication failed/);
  await server.release();
});

test("a folder that cannot be made ends in one sentence", async () => {
  const file = join(freshFolder(), "file");
  writeFileSync(file, "");
  await expect(useEmbedded(join(file, "data"))).rejects.toThrow(/^The data folder .* cannot be written \(ENOTDIR\); .*\.$/);
});

test("a free port is one that can be listened on", async () => {
  const port = await freePort();
  expect(port).toBeGreaterThan(1023);
});

// What only root can bring about, or only root meets.
if (IS_ROOT) {
  test("root's server does not run as root", async () => {
    const server = await useEmbedded(freshFolder());
    const status = readFileSync(`/proc/${findPostmaster(server.cluster.data)?.pid}/status`, "utf8");
    expect(status).not.toMatch(/^Uid:\t0/m);
    await server.release();
  });

  test("a data folder the server's user cannot reach is kept elsewhere, and that is said", async () => {
    const said: string[] = [];
    const closed = freshFolder(0o700);
    const server = await useEmbedded(closed, { say: (line) => said.push(line) });
    cleanups.push(() => rmSync(server.cluster.folder, { recursive: true, force: true }));
    expect(said).toEqual([expect.stringContaining(`the database is kept in ${server.cluster.folder}`)]);
    expect(await answers(server.url)).toBe(true);
    await server.release();
    const again = await useEmbedded(closed);
    expect(again.cluster.folder).toBe(server.cluster.folder);
    await again.release();
  });

  test("data that belongs to another user ends in one sentence", async () => {
    const { folder, data } = madeFolder();
    chownSync(data, 65_534, 65_534);
    await expect(useEmbedded(folder)).rejects.toThrow(/belongs to another user of this machine \(uid 65534\); .*\.$/);
  });
}

if (IS_ROOT && canMount()) {
  test("a full disk ends in one sentence and leaves no half of a database", async () => {
    const folder = freshFolder();
    const small = join(folder, "small");
    mkdirSync(small);
    execFileSync("mount", ["-t", "tmpfs", "-o", "size=12m,mode=0755", "tmpfs", small]);
    cleanups.push(() => execFileSync("umount", [small]));
    await expect(useEmbedded(small)).rejects.toThrow(/^The embedded database could not be made in .*No space left on device.*\.$/);
    expect(execFileSync("ls", ["-A", small], { encoding: "utf8" })).toBe("");
  });
}

function canMount(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "bellwether-mount-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "tmpfs", folder], { stdio: "ignore" });
    execFileSync("umount", [folder]);
    return true;
  } catch {
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
