// The embedded database's files: where they are, and how they come to be.
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { binaries, OPEN_PLACE } from "./binaries.mjs";
import { barrier, serverUser } from "./os-user.mjs";
import { Refusal } from "./refusal.mjs";
import { checkDataFolder } from "./settings.mjs";

/** The cluster of a data folder, made on first use. `folder` holds it all, `data` is PostgreSQL's own part of it. */
export async function openCluster(dataFolder, say) {
  checkDataFolder(dataFolder);
  const user = serverUser();
  const programs = binaries(user, say);
  const wanted = place(dataFolder, user, say);
  if (!existsSync(wanted)) await create(wanted, user, programs);
  const folder = realpathSync(wanted); // one spelling, for the server is known by it
  const cluster = { folder, data: join(folder, "data"), user, programs };
  checkOwner(cluster);
  checkMajor(cluster);
  return { ...cluster, password: readFileSync(join(folder, "password"), "utf8").trim() };
}

function place(dataFolder, user, say) {
  const pointer = join(dataFolder, "postgres-place");
  if (existsSync(pointer)) return readFileSync(pointer, "utf8").trim();
  const near = join(dataFolder, "postgres");
  if (existsSync(near)) return near;
  const closed = barrier(near, user);
  if (closed === undefined) return near;
  const far = join(OPEN_PLACE, randomBytes(6).toString("hex"));
  mkdirSync(OPEN_PLACE, { recursive: true, mode: 0o755 });
  say(`The user postgres may not enter ${closed}, so the database is kept in ${far} (named in ${pointer}).`);
  return keep(pointer, far);
}

// Two first starts at once agree on one place: the link is made once, whoever is second reads it.
function keep(pointer, path) {
  const draft = `${pointer}.${process.pid}`;
  writeFileSync(draft, `${path}\n`);
  try {
    linkSync(draft, pointer);
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
  } finally {
    rmSync(draft);
  }
  return readFileSync(pointer, "utf8").trim();
}

// Made beside and renamed into place whole, so that a kill or a second start leaves no half of a cluster behind.
async function create(folder, user, { initdb }) {
  const draft = `${folder}.${process.pid}`;
  const data = join(draft, "data");
  const password = randomBytes(24).toString("base64url");
  const passwordFile = join(draft, "initial");
  try {
    mkdirSync(draft);
    chmodSync(draft, 0o711);
    mkdirSync(data, { mode: 0o700 });
    writeFileSync(passwordFile, password, { mode: 0o600 });
    if (user) for (const path of [data, passwordFile]) chownSync(path, user.uid, user.gid);
    const flags = ["--auth=scram-sha-256", "--username=postgres", `--pwfile=${passwordFile}`, "--locale=C.UTF-8", "--encoding=UTF8"];
    await promisify(execFile)(initdb, [`--pgdata=${data}`, ...flags], { ...user, cwd: "/", env: { PATH: process.env.PATH, LC_ALL: "C" } });
    rmSync(passwordFile);
    writeFileSync(join(draft, "password"), password, { mode: 0o600 });
    renameSync(draft, folder);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(folder)) return;
    const line = /(?:error|FATAL): *(.*)/.exec(error.stderr ?? "")?.[1] ?? error.message.split("\n")[0];
    throw new Refusal(`The embedded database could not be made in ${folder} (${line}); make room or rights there, or set DATABASE_URL.`);
  }
}

function checkOwner({ data, user }) {
  const owner = statSync(data, { throwIfNoEntry: false })?.uid;
  if (owner === undefined)
    throw new Refusal(`The database folder ${data} is missing; put it back from a copy, or remove the folder around it to start empty.`);
  const expected = user?.uid ?? process.getuid?.() ?? owner;
  if (owner !== expected) {
    throw new Refusal(
      `The database in ${data} belongs to another user of this machine (uid ${owner}); start as that user, or name another folder in BELLWETHER_DATA.`,
    );
  }
}

function checkMajor({ data, programs }) {
  const made = existsSync(join(data, "PG_VERSION")) ? readFileSync(join(data, "PG_VERSION"), "utf8").trim() : "an unknown version";
  if (made !== programs.major) {
    throw new Refusal(
      `The database in ${data} was made by PostgreSQL ${made} and this is ${programs.major}; run the version that made it, or name another folder in BELLWETHER_DATA.`,
    );
  }
}
