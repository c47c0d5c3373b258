// `npm test`: everything, from a fresh clone. Two lanes, as two cores allow: the app is built and driven in a browser beside the rest.
import { build, needsBuild } from "./server/build.mjs";
import { BROWSER, DEAD_CODE, FORMAT, finish, inTurn, RULES, TYPES, vitest } from "./server/checks.mjs";
import { forgetInstallation } from "./server/environment.mjs";
import { installQuietly } from "./server/install.mjs";
import { leaveWith } from "./server/refusal.mjs";

forgetInstallation();
await installQuietly((line) => process.stdout.write(`${line}\n`)).catch(leaveWith);
const built = deferred();
const sums = await Promise.all([
  inTurn([FORMAT, ...RULES, DEAD_CODE, vitest("Unit", "unit"), vitest("Database", "db")]),
  inTurn([() => buildApp().finally(built.resolve), BROWSER]),
  built.promise.then(() => inTurn([TYPES])), // the build writes the types of the routes
]);
finish(...sums);

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
