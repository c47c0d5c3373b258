import { listAccounts } from "@/lib/accounts/data";
import { percentile } from "@/lib/kernel/percentile";
import { now } from "@/lib/platform/clock";
import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Bench } from "../bench";
import { TODAY } from "../data/size";
import { inTurns, type Pair, type Ratio } from "../measure";
import { askAtOnce, readPage } from "../web/clients";

const CLIENTS = 10;
const PAGE = 50;
const MONTH = TODAY.slice(0, 7);

/** The cheapest page of a workspace: who is signed in, whether they belong there, and one number, how many notifications are unread. */
const MINIMAL = "notifications";

type Place = (bench: Bench, scope: Scope) => Promise<string> | string;

function page(id: string, what: string, place: Place): Ratio {
  return {
    id,
    what,
    numerator: "p95 of the page at 10 clients",
    denominator: `p95 of the minimal page (${MINIMAL}) at 10 clients`,
    unit: "ms",
    reach: { atMost: 3 },
    measure: async (bench) => heldAgainst(bench, [bench.scope, place], [bench.scope, () => MINIMAL]),
  };
}

export const pages: readonly Ratio[] = [
  page("overview-page", "The overview", () => "overview"),
  page("today-page", "Today, of everybody", () => "today?whose=all"),
  page("accounts-page-1", "The accounts, first page", () => "accounts"),
  page("accounts-page-100", "The accounts, page 100 (or the last)", (bench, scope) => hundredthPage(bench, scope)),
  page("account-page", "An account with a long life", async (_, scope) => `accounts/${await busiest(scope)}`),
  page("metric-page", "A metric: net revenue retention", () => "metrics/net-revenue-retention"),
  page("health-page", "Health", () => "health"),
  page("summary-page", "The month's summary", () => `summary/${MONTH}`),
  page("renewals-page", "Renewals", () => "renewals"),
  page("scorecards-page", "Scorecards", () => "health/scorecards"),
  {
    id: "overview-growth",
    what: "The overview as accounts grow tenfold",
    numerator: "p95 of the overview, all accounts",
    denominator: "p95 of the overview, a tenth of them",
    unit: "ms",
    reach: { atMost: 1.3 },
    measure: async (bench) => heldAgainst(bench, [bench.scope, () => "overview"], [await bench.tenth(), () => "overview"]),
  },
  {
    id: "minimal-page",
    what: "How minimal the minimal page is",
    numerator: `p95 of the minimal page (${MINIMAL}) at 10 clients`,
    denominator: "p95 of the list of one's workspaces, outside of any of them",
    unit: "ms",
    reach: null,
    measure: async (bench) => heldAgainst(bench, [bench.scope, () => MINIMAL], "/workspaces"),
  },
];

async function heldAgainst(
  bench: Bench,
  ours: readonly [Scope, Place],
  theirs: readonly [Scope, Place] | string,
): Promise<Pair[] | string> {
  const app = await bench.app();
  const addressOf = async ([scope, place]: readonly [Scope, Place]) => {
    await app.enter(scope);
    return `/w/${scope.slug}/${await place(bench, scope)}`;
  };
  const one = await addressOf(ours);
  const other = typeof theirs === "string" ? theirs : await addressOf(theirs);
  for (const address of [one, other]) if ((await readPage(app, address)) === null) return "there is no such page";
  const clients = Math.min(CLIENTS, bench.options.requests);
  const p95 = async (address: string) => {
    const { times, errors } = await askAtOnce(app, address, clients, { each: Math.ceil(bench.options.requests / clients) });
    if (errors > 0) throw new Error(`${address} failed ${errors} times`);
    return percentile(times, 0.95) ?? 0;
  };
  return inTurns(
    bench.options.repeats,
    () => p95(one),
    () => p95(other),
  );
}

// The list is turned by its cursor: where a page of all the accounts before ends, the hundredth begins.
function hundredthPage(bench: Bench, scope: Scope): Promise<string> {
  const before = Math.min(99, Math.ceil(bench.size.accounts / PAGE) - 1) * PAGE;
  const asked = { search: "", where: {}, state: null, band: null, sort: "mrr", after: null, before: null, limit: before } as const;
  return withTenantConnection(
    scope,
    async ({ sql }) => `accounts?after=${encodeURIComponent((await listAccounts(sql, scope, asked, now())).next ?? "")}`,
    "read",
  );
}

function busiest(scope: Scope): Promise<string> {
  return withTenantConnection(
    scope,
    async ({ sql }) => {
      const [row] = await sql<{ id: string }>(
        "SELECT account_id::text AS id FROM app.usage_month WHERE feature = '' GROUP BY 1 ORDER BY sum(events) DESC, 1 LIMIT 1",
      );
      return row?.id ?? "";
    },
    "read",
  );
}
