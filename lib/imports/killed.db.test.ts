import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Scope } from "@/lib/platform/scope";
import { aFile, aWorkspace, importText, rowsOf } from "@/tests/support/import";
import { ownServer } from "@/tests/support/own-server";

const server = await ownServer();
const root = fileURLToPath(new URL("../../", import.meta.url));

const ROWS = 200_000;
const ACCOUNTS = 2_000;
const KILLS = 6;
const seed = Number(process.env.SEED ?? 20261121);
let scope: Scope;

beforeAll(async () => {
  scope = await aWorkspace();
  const accounts = Array.from({ length: ACCOUNTS }, (_, index) => `a${index},Account ${index}`);
  await importText(scope, "accounts", `externalId,name\n${accounts.join("\n")}\n`);
});

afterAll(() => server.remove());

// Every hundredth row repeats the key of one before it; every second of those with other content.
function bookOf(rows: number): { text: string; distinct: number; conflicts: number; amount: number } {
  const lines = ["externalId,account,startedAt,amount,interval"];
  const book = { distinct: 0, conflicts: 0, amount: 0 };
  for (let index = 0; index < rows; index += 1) {
    const repeats = index % 100 === 99;
    const of = repeats ? index - 50 : index;
    const other = repeats && index % 200 === 199;
    const amount = 100 + (of % 997) + (other ? 1 : 0);
    lines.push(`s${of},a${of % ACCOUNTS},2024-01-01,${amount},month`);
    if (!repeats) book.amount += amount;
    if (!repeats) book.distinct += 1;
    if (other) book.conflicts += 1;
  }
  return { text: `${lines.join("\n")}\n`, ...book };
}

function start(path: string, kind = "subscriptions"): { child: ChildProcess; printed: () => string } {
  const args = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/cli/main.ts",
    "import",
    kind,
    path,
    "--workspace",
    scope.slug,
    "--source",
    "crm",
  ];
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, DATABASE_URL: server.appUrl, NODE_OPTIONS: "" },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const printed: string[] = [];
  child.stdout.on("data", (text) => printed.push(String(text)));
  child.stderr.on("data", (text) => printed.push(String(text)));
  return { child, printed: () => printed.join("") };
}

async function killImport(child: ChildProcess): Promise<void> {
  child.kill("SIGKILL");
  if (child.exitCode === null && child.signalCode === null) await once(child, "exit");
  expect(child.signalCode, "the import was still at work when it was killed").toBe("SIGKILL");
}

// The server takes the import with it, which says so and leaves its run open.
async function killServer(child: ChildProcess): Promise<void> {
  expect(child.exitCode, "the import was still at work when its server was killed").toBeNull();
  await Promise.all([once(child, "exit"), server.killAndStart()]);
  expect(child.exitCode).toBe(1);
}

async function committed(kind = "subscriptions"): Promise<number> {
  const [row] = await rowsOf<{ row: number }>(scope, "SELECT committed_row::int AS row FROM app.import_run WHERE kind = $1", [kind]);
  return row?.row ?? 0;
}

test(`200,000 rows and ${KILLS} kills, of the import and of PostgreSQL in turn: nothing is lost, nothing is doubled (seed ${seed})`, async () => {
  const book = bookOf(ROWS);
  const path = aFile(book.text);
  let random = seed;
  const stops: number[] = [];
  for (let kill = 0; kill < KILLS; kill += 1) {
    const before = await committed();
    const { child } = start(path);
    while ((await committed()) <= before && child.exitCode === null) await sleep(20);
    random = (random * 1103515245 + 12345) % 2147483648;
    await sleep(random % 400);
    await (kill % 2 === 0 ? killImport(child) : killServer(child));
    stops.push(await committed());
  }
  expect(new Set(stops).size).toBe(KILLS);
  const last = start(path);
  const [code] = await once(last.child, "close");
  expect(code, last.printed()).toBe(0);
  const report = JSON.parse(last.printed().trim().split("\n").at(-1) ?? "");
  expect(report).toMatchObject({
    read: ROWS,
    accepted: book.distinct,
    unchanged: ROWS - book.distinct - book.conflicts,
    rejected: book.conflicts,
    reasons: { "duplicate-key": book.conflicts },
  });
  const [kept] = await rowsOf<{ n: number; amount: number }>(
    scope,
    "SELECT count(*)::int AS n, sum(amount)::int AS amount FROM app.subscription",
  );
  expect(kept).toEqual({ n: book.distinct, amount: book.amount });
}, 900_000);

test("the same rows again, shuffled and in ten pieces, change nothing", async () => {
  const state =
    "SELECT md5(string_agg(s::text, ',' ORDER BY s.id)) AS hash, (SELECT count(*)::int FROM app.audit) AS audits FROM app.subscription s";
  const before = await rowsOf(scope, state);
  const [head = "", ...lines] = bookOf(20_000).text.trim().split("\n");
  const shuffled = lines.map((line, index) => ({ line, at: (index * 7919) % lines.length })).sort((a, b) => a.at - b.at);
  const once = shuffled.map(({ line }) => line).filter((line) => !conflicting(line));
  for (let piece = 0; piece < 10; piece += 1) {
    const part = once.filter((_, index) => index % 10 === piece);
    expect(await importText(scope, "subscriptions", `${head}\n${part.join("\n")}\n`)).toMatchObject({
      accepted: 0,
      rejected: 0,
      unchanged: part.length,
    });
  }
  expect(await rowsOf(scope, state)).toEqual(before);
});

test("rows without a name are counted on where a killed import stopped", async () => {
  const lines = Array.from({ length: 60_000 }, (_, index) => `a${index % 1000},u${index % 20_000},search,2024-01-01`);
  const path = aFile(`account,user,feature,at\n${lines.join("\n")}\n`);
  for (let kill = 0; kill < 2; kill += 1) {
    const before = await committed("usage");
    const { child } = start(path, "usage");
    while ((await committed("usage")) <= before && child.exitCode === null) await sleep(20);
    await killImport(child);
  }
  const last = start(path, "usage");
  const [code] = await once(last.child, "close");
  expect(code, last.printed()).toBe(0);
  const kept = "SELECT count(*)::int AS n, count(DISTINCT (account_id, user_name))::int AS different FROM app.usage_event";
  expect(await rowsOf(scope, kept)).toEqual([{ n: 60_000, different: 20_000 }]);
  expect(await importText(scope, "usage", `account,user,feature,at\n${lines.join("\n")}\n`)).toMatchObject({
    accepted: 0,
    unchanged: 60_000,
  });
}, 300_000);

function conflicting(line: string): boolean {
  const [key = "", , , amount] = line.split(",");
  return Number(amount) !== 100 + (Number(key.slice(1)) % 997);
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
