// Imports run one way, and each dangerous thing has one place. Every message says why the rule is there.
import { existsSync } from "node:fs";
import { builtinModules } from "node:module";
import { dirname, join } from "node:path/posix";
import { layerOf, mayImport } from "./layers.mjs";
import { finish, lineOf, sources } from "./sources.mjs";

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s[^"'`;]*?from\s*["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)|(?:^|\n)import\s*["']([^"']+)["']/g;
const NUMERIC = /^(date-fns|@date-fns\/tz|decimal\.js|simple-statistics|jstat|fmin)(\/|$)/;
const TOOLS = /^(scripts|tests|e2e|prisma)\/|^[^/]+\.(ts|mjs)$|\.test\.tsx?$/;
const DOOR_USERS =
  /\/(data|mutations|loaders|actions|settings|route)\.ts$|^lib\/(platform|ledger|metrics|health|signals|playbooks|imports|jobs|outbox|notifications)\//;
const NAMELESS = /(^|\/)(utils?|helpers?|common|hooks)(\/|\.|$)|(^|\/)types\//;

const files = sources();
const known = new Set(files.map(({ path }) => path));
finish("Boundaries", files.flatMap(findingsOf));

function findingsOf({ path, text }) {
  const findings = [];
  const say = (offset, why) => findings.push(`${path}:${lineOf(text, offset)} ${why}`);
  for (const found of text.matchAll(IMPORT)) {
    const wanted = found[1] ?? found[2] ?? found[3];
    importFindings({ path, wanted, isShape: /^\s*import type\s/.test(found[0]) }, (why) => say(found.index + 1, why));
  }
  wordFindings(path, text, say);
  if (NAMELESS.test(path)) say(0, "this name says that nobody decided what the file is; name it after what it knows");
  if (/\/index\.tsx?$/.test(path) && !/(?:^|\n)(?:export )?(?:default |async )?(?:const|function|type)\s/.test(text)) {
    say(0, "a barrel hides where a thing is; import from the file that has it");
  }
  return findings;
}

function importFindings({ path, wanted, isShape }, say) {
  const target = resolved(path, wanted);
  if (target === undefined) return packageFindings(path, wanted, say);
  if (!mayImport(path, target, isShape)) {
    say(
      `${layerOf(path)} may not import ${layerOf(target)} (${target}): imports run one way, so that what lies below can be understood and tested without what lies above`,
    );
  }
  if (target === "lib/platform/db.ts" && !TOOLS.test(path) && !DOOR_USERS.test(path)) {
    say(
      "rows are reached from data, mutations, loaders, actions, routes, ledger, metrics, imports, jobs, outbox and notifications only, so that every query can be found",
    );
  }
}

function packageFindings(path, wanted, say) {
  if (/^recharts/.test(wanted) && !path.startsWith("components/charts/"))
    say("recharts belongs to components/charts, so that every chart has its table twin and its colours");
  if (/^(pg|@prisma\/|pg-boss)/.test(wanted) && !TOOLS.test(path) && !/^lib\/(platform|jobs)\//.test(path) && wanted !== "pg-boss") {
    if (!/^lib\/(imports|ledger|metrics)\//.test(path))
      say("the database is reached through lib/platform/db, the one door that sets the tenant");
  }
  if (layerOf(path) === "kernel" && !wanted.startsWith(".") && !NUMERIC.test(wanted)) {
    const kind = builtinModules.includes(wanted.replace(/^node:/, "")) ? "the machine" : "a library that is not numeric";
    say(`the kernel imports ${kind} (${wanted}); it is pure, so that its arithmetic holds anywhere`);
  }
}

function wordFindings(path, text, say) {
  const forbid = (pattern, why) => {
    for (const found of text.matchAll(pattern)) say(found.index, why);
  };
  if (TOOLS.test(path)) return;
  if (path !== "lib/platform/env.ts")
    forbid(/process\.env\b/g, "the environment is read in lib/platform/env.ts alone, where a bad value becomes one sentence");
  if (path !== "lib/platform/db.ts")
    forbid(/\$(?:query|execute)RawUnsafe/g, "unsafe raw SQL is the door's alone; use its sql handle with parameters");
  if (layerOf(path) === "kernel")
    forbid(/Date\.now\(|new Date\(\)|Math\.random\(/g, "the kernel has no clock and no dice; take the instant as an argument");
  if (path !== "components/ui/link.tsx")
    forbid(
      /import \w+.* from "next\/link"/g,
      "components/ui/link asks for a page when it is wanted; each link asked for in advance costs the server a look",
    );
  if (path.startsWith("app/"))
    forbid(/["']use cache|unstable_cache|force-static/g, "a shared cache can hand one workspace's page to another");
}

// The file of ours that an import names; undefined for a package.
function resolved(from, wanted) {
  const base = wanted.startsWith("@/") ? wanted.slice(2) : wanted.startsWith(".") ? join(dirname(from), wanted) : undefined;
  if (base === undefined) return undefined;
  const candidates = [base, `${base}.ts`, `${base}.tsx`, `${base}.mjs`, `${base}/index.ts`, `${base}/index.tsx`];
  return candidates.find((candidate) => known.has(candidate)) ?? (existsSync(base) ? base : `${base}.ts`);
}
