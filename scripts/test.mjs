// `npm test`: everything, from a fresh clone. What is quick runs while the app is built; then the browser and the database each have the machine to
// themselves: side by side they take as long, and a screen that waits for its turn looks like one that hangs.
import { build, needsBuild } from "./server/build.mjs";
import { BENCH, BROWSER, DEAD_CODE, FORMAT, finish, inTurn, RULES, TYPES, vitest } from "./server/checks.mjs";
import { forgetInstallation } from "./server/environment.mjs";
import { installQuietly } from "./server/install.mjs";
import { leaveWith } from "./server/refusal.mjs";

forgetInstallation();
await installQuietly((line) => process.stdout.write(`${line}\n`)).catch(leaveWith);
const built = deferred();
const quick = await Promise.all([
  inTurn([FORMAT, ...RULES, DEAD_CODE, vitest("Unit", "unit")]),
  inTurn([() => buildApp().finally(built.resolve)]),
  built.promise.then(() => inTurn([TYPES])), // the build writes the types of the routes
]);
finish(...quick, await inTurn([BROWSER, vitest("Database", "db"), BENCH]));

async function buildApp() {
  try {
    if (needsBuild()) await build();
    return { name: "Build", passed: 1, failed: 0, text: "" };
  } catch (error) {
    return { name: "Build", passed: 0, failed: 1, text: `${error.message}\n` };
  }
}

function deferred() {
  let resolve;
  const promise = new Promise((done) => {
    resolve = done;
  });
  return { promise, resolve };
}
