import { existsSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";

/** Where a browser is for whoever looks at an app that runs: `CHROMIUM_PATH`, the system's, or the one the tests unpacked. */
export function browserPath() {
  const found = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", join(ROOT, ".data/chromium/chromium")].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (found === undefined) throw new Error("There is no Chromium here; CHROMIUM_PATH says where one is.");
  return found;
}
