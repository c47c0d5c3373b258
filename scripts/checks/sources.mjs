// The project's own source files, as git knows them, and what a check found in them.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
const CODE = /\.(ts|tsx|mjs)$/;

/** Every source file, tracked or new, with its path and text. */
export function sources() {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", "-z"], { cwd: ROOT, encoding: "utf8" });
  return listed
    .split("\0")
    .filter((path) => CODE.test(path) && existsSync(join(ROOT, path)))
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), "utf8") }));
}

export function read(path) {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The line an offset of a text lies in. */
export function lineOf(text, offset) {
  return text.slice(0, offset).split("\n").length;
}

/** Prints findings and leaves with 1 where there are any. */
export function finish(what, findings) {
  for (const finding of findings) process.stdout.write(`${finding}\n`);
  process.stdout.write(findings.length === 0 ? `${what}: nothing to say\n` : `${what}: ${findings.length} to mend\n`);
  process.exitCode = findings.length === 0 ? 0 : 1;
}
