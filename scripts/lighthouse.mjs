// `node scripts/lighthouse.mjs --password P [--url http://localhost:3000] [--email E] [--workspace demo] [--runs 3]`
// Prints Lighthouse's scores of the pages people open first, of an app that runs already. Lighthouse itself comes from npm when it is asked for: it is
// as large as all the rest of our packages together, and nothing else needs it.
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { browserPath } from "./server/chromium.mjs";
import { run } from "./server/run.mjs";

const LIGHTHOUSE = "lighthouse@12.8.2";
const CATEGORIES = ["performance", "accessibility", "best-practices"];
const FIGURES = { lcp: "largest-contentful-paint", cls: "cumulative-layout-shift", tbt: "total-blocking-time" };

const { values } = parseArgs({
  options: {
    url: { type: "string", default: "http://localhost:3000" },
    email: { type: "string", default: "demo@bellwether.example" },
    password: { type: "string" },
    workspace: { type: "string", default: "demo" },
    runs: { type: "string", default: "3" },
  },
});
const { url, email, password, workspace } = values;
if (password === undefined) {
  console.error("--password is needed: that of the person who looks.");
  process.exit(2);
}

const cookie = await signedIn();
const account = await firstAccount();
const pages = [
  "/sign-in",
  ...["overview", "accounts", `accounts/${account}`, "metrics/net-revenue-retention", "summary", "today", "health", "data"].map(
    (path) => `/w/${workspace}/${path}`,
  ),
];
const folder = mkdtempSync(join(tmpdir(), "bellwether-lighthouse-"));
const table = [];
for (const page of pages) {
  const runs = [];
  for (let n = 0; n < Number(values.runs); n += 1) runs.push(await measured(page));
  const row = Object.fromEntries(Object.keys(runs[0]).map((key) => [key, median(runs.map((each) => each[key]))]));
  table.push({ page: page.replace(account, "…"), ...row });
  console.error(JSON.stringify(table.at(-1)));
}
rmSync(folder, { recursive: true, force: true });
console.table(table);

async function measured(page) {
  const report = join(folder, "report.json");
  const headers = page === "/sign-in" ? [] : [`--extra-headers=${JSON.stringify({ Cookie: cookie })}`];
  await run(
    "npm",
    [
      ...["exec", "--yes", "--package", LIGHTHOUSE, "--", "lighthouse", new URL(page, url).href],
      ...["--quiet", "--preset=desktop", `--only-categories=${CATEGORIES.join(",")}`, "--output=json", `--output-path=${report}`],
      ...["--chrome-flags=--headless=new --no-sandbox --disable-gpu --no-zygote", ...headers],
    ],
    { env: { CHROME_PATH: browserPath() }, what: `Looking at ${page}` },
  );
  const { categories, audits } = JSON.parse(readFileSync(report, "utf8"));
  return {
    ...Object.fromEntries(CATEGORIES.map((id) => [id, Math.round(categories[id].score * 100)])),
    ...Object.fromEntries(Object.entries(FIGURES).map(([name, id]) => [name, Number(audits[id].numericValue.toFixed(3))])),
  };
}

async function signedIn() {
  const asked = await fetch(new URL("/api/auth/csrf", url));
  const { csrfToken } = await asked.json();
  const answer = await fetch(new URL("/api/auth/callback/credentials", url), {
    method: "POST",
    redirect: "manual",
    headers: { origin: new URL(url).origin, cookie: cookiesOf(asked) },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
  if (!answer.ok) throw new Error(`${email} could not sign in (${answer.status}).`);
  return cookiesOf(answer);
}

function cookiesOf(answer) {
  return answer.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
}

async function firstAccount() {
  const text = await (await fetch(new URL(`/w/${workspace}/accounts`, url), { headers: { cookie } })).text();
  return /accounts\/([0-9a-f-]{36})/.exec(text)?.[1] ?? "";
}

function median(figures) {
  return figures.sort((a, b) => a - b)[Math.floor(figures.length / 2)];
}
