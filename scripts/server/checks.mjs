// What `npm test` and `npm run verify` run. Each check says how many of its own things passed and failed.
import { spawn } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ROOT } from "./run.mjs";

const REPORTS = join(ROOT, ".data/reports");
// The one excuse of a test: it reads files that are kept beside the project, and says in its name that they are not there.
const ABSENT = /\(absent: \.\.\/shared\//;
const SMALL = ["--accounts", "500", "--months", "3", "--repeats", "1", "--requests", "2", "--seconds", "1"];
const bin = (name) => join(ROOT, "node_modules/.bin", name);

/** A check that passes or fails as one. */
export function simple(name, ...commands) {
  return async () => {
    let text = "";
    for (const [program, ...args] of commands) {
      const { code, told } = await execute(program, args);
      text += told;
      if (code !== 0) return { name, passed: 0, failed: 1, text };
    }
    return { name, passed: 1, failed: 0, text };
  };
}

export const FORMAT = simple("Format and lint", [bin("biome"), "check", "--error-on-warnings"]);
export const TYPES = simple("Types", [bin("next"), "typegen"], [bin("tsc"), "--noEmit", "-p", "."]);
export const DEAD_CODE = simple("Dead code", [bin("knip")]);
export const RULES = ["boundaries", "folders", "money", "versions"].map((rule) =>
  simple(`${rule[0].toUpperCase()}${rule.slice(1)}`, [process.execPath, join(ROOT, `scripts/checks/${rule}.mjs`)]),
);

/** The tests of one vitest project. */
export function vitest(name, project) {
  return counted(name, project, [bin("vitest"), "run", "--project", project, "--reporter=default", "--reporter=json"], (report) => ({
    passed: report.numPassedTests,
    failed:
      report.numFailedTests + report.testResults.filter((file) => file.status === "failed" && file.assertionResults.length === 0).length,
    skipped: report.testResults
      .flatMap(({ assertionResults }) => assertionResults)
      .filter(({ status }) => !["passed", "failed"].includes(status))
      .map(({ fullName }) => fullName),
  }));
}

/** That the benchmark runs, on a little of everything; how fast it is, is nobody's to say on a machine that tests. */
export const BENCH = simple("Benchmark, small", [process.execPath, join(ROOT, "scripts/bench.mjs"), ...SMALL]);

export const BROWSER = counted("In a browser", "e2e", [bin("playwright"), "test", "--reporter=list,json"], ({ stats, errors }) => ({
  passed: stats.expected + stats.flaky,
  failed: stats.unexpected + (stats.unexpected === 0 ? errors.length : 0),
  skipped: Array(stats.skipped).fill("a test in the browser"),
}));

function counted(name, id, [program, ...args], count) {
  return async () => {
    const file = join(REPORTS, `${id}.json`);
    mkdirSync(REPORTS, { recursive: true });
    rmSync(file, { force: true });
    const outputs = { PLAYWRIGHT_JSON_OUTPUT_NAME: file };
    const { code, told } = await execute(program, program.endsWith("vitest") ? [...args, `--outputFile.json=${file}`] : args, outputs);
    const { passed, failed, skipped } = outcome(file, count);
    const unexcused = skipped.filter((test) => !ABSENT.test(test));
    // A run that broke outside its tests failed too, and a test that is skipped proves nothing.
    const broken = code !== 0 && failed === 0 ? 1 : 0;
    return { name, passed, failed: failed + unexcused.length + broken, text: told, notRun: skipped.filter((test) => ABSENT.test(test)) };
  };
}

function outcome(file, count) {
  try {
    return count(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return { passed: 0, failed: 0, skipped: [] };
  }
}

function execute(program, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: ROOT,
      env: { ...process.env, CI: "1", NO_COLOR: "1", NEXT_TELEMETRY_DISABLED: "1", ...env },
    });
    let told = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => (told += text));
    child.on("error", (error) => resolve({ code: 1, told: `${told}${error.message}\n` }));
    child.on("close", (code) => resolve({ code, told }));
  });
}

/** Runs checks one after another, shows each as it ends, and sums them. */
export async function inTurn(checks) {
  const sum = { passed: 0, failed: 0 };
  for (const check of checks) {
    const began = performance.now();
    const { name, passed, failed, text, notRun = [] } = await check();
    sum.passed += passed;
    sum.failed += failed;
    const seconds = ((performance.now() - began) / 1_000).toFixed(1);
    process.stdout.write(
      `${failed === 0 ? "✓" : "✗"} ${name} (${passed} passed, ${failed} failed, ${seconds} s)\n${failed === 0 ? "" : text}`,
    );
    for (const test of notRun) process.stdout.write(`  not run: ${test}\n`);
  }
  return sum;
}

/** Says the last line and leaves. */
export function finish(...sums) {
  const passed = sums.reduce((total, sum) => total + sum.passed, 0);
  const failed = sums.reduce((total, sum) => total + sum.failed, 0);
  process.stdout.write(`${passed} passed, ${failed} failed\n`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
