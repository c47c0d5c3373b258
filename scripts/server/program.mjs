// Runs one of our TypeScript programs on this installation's database: the command line, the worker.
import { spawn } from "node:child_process";
import { installQuietly } from "./install.mjs";
import { leaveWith } from "./refusal.mjs";
import { ROOT, typescript } from "./run.mjs";
import { checkDataFolder, checkSettings, secret } from "./settings.mjs";

/** Runs it with `args` to its end, passing signals on, and ends this process with its exit code. Words go to stderr, stdout is the program's. */
export async function runProgram(path, args, conditions) {
  const say = (line) => process.stderr.write(`${line}\n`);
  let database;
  try {
    checkSettings();
    checkDataFolder();
    await installQuietly(say);
    const { openDatabase, prepareDatabase } = await import("./database.mjs");
    database = await openDatabase(say);
    await prepareDatabase(database);
    const code = await runChild(path, args, { conditions, env: addresses(database) });
    await database.release();
    process.exit(code);
  } catch (error) {
    await database?.release();
    leaveWith(error);
  }
}

function addresses({ appUrl, ownerUrl, adminUrl }) {
  const APP_URL = process.env.APP_URL ?? `http://localhost:${process.env.PORT ?? 3000}`;
  return {
    DATABASE_URL: appUrl,
    APP_URL,
    NEXTAUTH_SECRET: secret(),
    ...(ownerUrl && { DATABASE_OWNER_URL: ownerUrl }),
    ...(adminUrl && { BELLWETHER_ADMIN_URL: adminUrl }), // for commands that need a scratch database
  };
}

function runChild(path, args, { conditions, env }) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...typescript(path, conditions), ...args], {
      cwd: ROOT,
      env: { ...process.env, ...env, BELLWETHER_LEASH: "1" },
      stdio: ["inherit", "inherit", "inherit", "pipe"],
    });
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(signal ? 1 : code));
  });
}
