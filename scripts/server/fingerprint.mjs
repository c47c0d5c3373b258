import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** One hash over the content of files and folders under `root`; what is missing counts as missing. */
export function fingerprint(root, paths, leaveOut = () => false) {
  const hash = createHash("sha256");
  for (const path of paths) {
    for (const file of filesOf(root, path)) {
      if (!leaveOut(file))
        hash
          .update(`${file}\0`)
          .update(readFileSync(join(root, file)))
          .update("\0");
    }
  }
  return hash.digest("hex");
}

function filesOf(root, path) {
  const found = statSync(join(root, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return [path];
  const names = readdirSync(join(root, path)).sort();
  return names.flatMap((name) => filesOf(root, `${path}/${name}`));
}

/** Whether `file` holds `mark`. */
export function isMarked(file, mark) {
  return existsSync(file) && readFileSync(file, "utf8") === mark;
}

export function setMark(file, mark) {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, mark);
}
