// The steps of `npm start`, in order, and the way back out of them.
import { build, needsBuild } from "./build.mjs";
import { demoSignIn, loadDemo, needsDemo } from "./demo.mjs";
import { generate, install, needsGenerate, needsInstall } from "./install.mjs";
import { leaveWith } from "./refusal.mjs";
import { endPrograms } from "./run.mjs";
import { ready, serve, stop } from "./serve.mjs";
import { checkDataFolder, checkPort, checkSettings, listenAddress, secret } from "./settings.mjs";
import { say, step as shown } from "./steps.mjs";

/** What runs and must be ended, the last started first. */
const running = [];
let rising;
let app;
let stopping;

export async function start() {
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => void leave());
  leaveWithNpm();
  try {
    rising = up();
    await rising;
  } catch (error) {
    if (stopping) return;
    await down();
    leaveWith(error);
  }
}

async function up() {
  const address = listenAddress();
  checkSettings();
  checkDataFolder();
  await checkPort(address);
  if (needsInstall()) await step("Installing packages", install);
  if (needsGenerate()) await step("Generating the database client", generate);
  const env = await openAndPrepare(address);
  if (needsDemo()) await step("Loading the demo workspace", () => loadDemo(env));
  if (needsBuild()) await step("Building the app", build);
  await step("Starting the app", async () => {
    app = serve({ ...address, env });
    running.push(() => stop(app));
    await ready(app, address);
    app.ended.then(() => ended());
  });
  announce(address, await demoSignIn(env.DATABASE_URL));
}

async function step(name, work) {
  if (stopping) throw new Error("stopped");
  return shown(name, work);
}

async function openAndPrepare({ port }) {
  const { openDatabase, prepareDatabase } = await import("./database.mjs"); // needs what was just installed
  const database = await step(process.env.DATABASE_URL ? "Reaching the database" : "Starting PostgreSQL", async () => {
    const opened = await openDatabase(say);
    running.push(() => opened.release());
    return opened;
  });
  const { warning } = await step("Bringing the database up to date", () => prepareDatabase(database));
  if (warning && process.env.DATABASE_URL) say(warning);
  const APP_URL = process.env.APP_URL ?? `http://localhost:${port}`;
  return { DATABASE_URL: database.appUrl, APP_URL, NEXTAUTH_URL: APP_URL, NEXTAUTH_SECRET: secret() };
}

function announce({ port }, demo) {
  process.stdout.write(`\nBellwether is ready on http://localhost:${port}\n`);
  if (demo) process.stdout.write(`Sign in to the demo as ${demo.email}${demo.password ? ` with ${demo.password}` : ""}\n`);
  process.stdout.write("Ctrl-C stops it.\n");
}

async function ended() {
  if (stopping) return;
  await down();
  process.stderr.write("The app ended by itself; its last words are above.\n");
  process.exit(1);
}

// The signal may come many times over, from npm and from the terminal: the first one counts.
async function leave() {
  if (stopping) return;
  process.stdout.write("\nStopping …\n");
  await down();
  process.exit(0);
}

// An npm that was killed could pass nothing on; then our parent is another one from one moment to the next.
function leaveWithNpm() {
  if (process.env.npm_lifecycle_event === undefined) return;
  const npm = process.ppid;
  setInterval(() => process.ppid === npm || void leave(), 500).unref();
}

function down() {
  stopping ??= (async () => {
    endPrograms();
    app?.child.kill("SIGTERM");
    await rising?.catch(() => {}); // a step under way ends first, so that what it started is known
    for (const end of running.reverse()) await end().catch((error) => process.stderr.write(`${error.message}\n`));
  })();
  return stopping;
}
