// Whom the embedded server runs as, and what that user can reach.
import { execFileSync } from "node:child_process";
import { statSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { Refusal } from "./refusal.mjs";

/** PostgreSQL refuses to run as root: there it is the user `postgres`, made where it is missing. Everywhere else null, ourselves. */
export function serverUser() {
  if (process.getuid?.() !== 0) return null;
  const known = find();
  if (known) return known;
  try {
    execFileSync("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", "postgres"], {
      stdio: "pipe",
    });
  } catch (error) {
    throw new Refusal(`As root the database runs as the user postgres, and that user could not be made (${error.message.split("\n")[0]}).`);
  }
  return find();
}

function find() {
  try {
    return { uid: id("-u"), gid: id("-g") };
  } catch {
    return null;
  }
}

function id(flag) {
  return Number(execFileSync("id", [flag, "postgres"], { stdio: "pipe", encoding: "utf8" }));
}

/** The first folder on the way to `path` that `user` may not pass; undefined where all are open. What does not exist yet is not in the way. */
export function barrier(path, user) {
  if (user === null) return undefined;
  const ways = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    ways.unshift(folder);
    if (folder === dirname(folder)) break;
  }
  return ways.find((folder) => !passable(folder, user));
}

function passable(folder, user) {
  const found = statSync(folder, { throwIfNoEntry: false });
  if (!found) return true;
  if (found.uid === user.uid) return (found.mode & 0o100) !== 0;
  if (found.gid === user.gid) return (found.mode & 0o010) !== 0;
  return (found.mode & 0o001) !== 0;
}
