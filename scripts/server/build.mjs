import { join } from "node:path";
import { fingerprint, isMarked, setMark } from "./fingerprint.mjs";
import { ROOT, run } from "./run.mjs";

const MARK = join(ROOT, ".next/bellwether-sources");
const SOURCES = ["app", "components", "lib", "public", "prisma/schema", "next.config.ts", "postcss.config.mjs", "proxy.ts"];
const ALSO = ["instrumentation.ts", "tsconfig.json", "package.json", "package-lock.json"];

export function needsBuild() {
  return !isMarked(MARK, sourcesMark());
}

export async function build() {
  const mark = sourcesMark(); // before: a file that changes during the build is built next time
  const env = { NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" };
  await run(process.execPath, [join(ROOT, "node_modules/next/dist/bin/next"), "build"], { env, what: "Building the app" });
  setMark(MARK, mark);
}

function sourcesMark() {
  return fingerprint(ROOT, [...SOURCES, ...ALSO], (file) => file.startsWith("lib/platform/generated/") || /\.test\.tsx?$/.test(file));
}
