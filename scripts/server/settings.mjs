// What the person who starts us said in the environment, checked before anything is done.
import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join, resolve } from "node:path";
import { unsafeSettings } from "../../lib/platform/unsafe.mjs";
import { Refusal } from "./refusal.mjs";
import { ROOT } from "./run.mjs";

/** Where this installation keeps what is its own: the embedded database, its secret, the demo's password. */
export function dataFolder() {
  return resolve(ROOT, process.env.BELLWETHER_DATA || ".data");
}

/** Throws a Refusal where a value is bad or unsafe. An empty value counts as absent, as in a compose file. */
export function checkSettings() {
  for (const [name, value] of Object.entries(process.env)) if (value === "") delete process.env[name];
  const fault = unsafeSettings(process.env);
  if (fault) throw new Refusal(fault);
  listenAddress();
}

/** Where to listen. Throws a Refusal where the port is no port. */
export function listenAddress() {
  const { PORT = "3000", HOST = "127.0.0.1" } = process.env;
  const port = Number(PORT);
  if (!Number.isInteger(port) || port < 1 || port > 65_535)
    throw new Refusal(`PORT must be a number from 1 to 65535, and is ${JSON.stringify(PORT)}.`);
  return { host: HOST, port };
}

/** Throws a Refusal where somebody listens there already. */
export function checkPort({ host, port }) {
  return new Promise((done, refuse) => {
    const server = createServer();
    server.once("error", (error) => refuse(new Refusal(portTrouble(error.code, host, port))));
    server.listen({ host, port, exclusive: true }, () => server.close(done));
  });
}

function portTrouble(code, host, port) {
  if (code === "EADDRINUSE")
    return `Port ${port} of ${host} is taken by another program; stop that one, or choose another port with PORT=${port + 1} npm start.`;
  if (code === "EACCES") return `Port ${port} may not be used by this user; choose one above 1023 with PORT=3000 npm start.`;
  return `HOST must be an address of this machine, and ${host} is not one (${code}).`;
}

/** Throws a Refusal where the data folder cannot be written; makes it otherwise. */
export function checkDataFolder(folder = dataFolder()) {
  try {
    makeFolder(folder);
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, "");
    rmSync(probe);
  } catch (error) {
    throw new Refusal(
      `The data folder ${folder} cannot be written (${error.code}); make it writable, or name another one in BELLWETHER_DATA.`,
    );
  }
}

// One level at a time: asked for all at once, Node never comes back from a file system that makes no folders, such as /proc.
function makeFolder(folder) {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder);
  } catch (error) {
    if (error.code !== "EEXIST") throw error; // another start was quicker
  }
}

/** The secret that signs sessions: the one given, else one made once for this installation and kept. */
export function secret() {
  if (process.env.NEXTAUTH_SECRET) return process.env.NEXTAUTH_SECRET;
  const file = join(dataFolder(), "secret");
  if (!existsSync(file)) {
    try {
      writeFileSync(file, `${randomBytes(48).toString("base64url")}\n`, { mode: 0o600, flag: "wx" });
    } catch (error) {
      if (error.code !== "EEXIST") throw error; // another start was quicker
    }
  }
  const made = readFileSync(file, "utf8").trim();
  const fault = unsafeSettings({ APP_URL: process.env.APP_URL, NEXTAUTH_SECRET: made }, true);
  if (fault) throw new Refusal(fault);
  return made;
}
