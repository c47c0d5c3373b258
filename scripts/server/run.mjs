// Child processes of the entry scripts.
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { Refusal } from "./refusal.mjs";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));

const programs = new Set();

/** Ends what `run` has running. */
export function endPrograms() {
  for (const child of programs) child.kill("SIGTERM");
}

/** Runs a program to its end and returns its standard output. What it wrote is shown only where it failed. */
export function run(program, args, { env = {}, what = program } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, env: { ...process.env, ...env }, stdio: ["ignore", "pipe", "pipe"] });
    programs.add(child);
    const told = { stdout: "", all: "" };
    for (const stream of ["stdout", "stderr"]) {
      child[stream].setEncoding("utf8").on("data", (text) => {
        if (stream === "stdout") told.stdout += text;
        told.all += text;
      });
    }
    child.on("error", (error) => reject(new Refusal(`${what} could not be run (${error.code}).`)));
    child.on("close", (code, signal) => {
      programs.delete(child);
      if (code === 0) return resolve(told.stdout);
      reject(new Refusal(`${told.all.trim()}\n${what} failed (${signal ?? `exit ${code}`}); the lines above say why.`));
    });
  });
}

/** The arguments that make Node run a TypeScript program of ours, which ends when this process does. */
export function typescript(path, conditions = ["--conditions=react-server"]) {
  return [...conditions, "--import", import.meta.resolve("tsx"), ...leashed(), `${ROOT}${path}`];
}

/** The arguments that tie a child to us: its fourth stream is a pipe that closes when we are gone, however we went. */
export function leashed() {
  return ["--import", new URL("./leash.mjs", import.meta.url).href];
}
