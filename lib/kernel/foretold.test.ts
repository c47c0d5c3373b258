import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { type AucInterval, aucInterval } from "@/lib/kernel/auc-interval";
import { crossValidated } from "@/lib/kernel/cross-validation";
import { type Featured, fitPenalised } from "@/lib/kernel/penalised-logistic";

const shared = fileURLToPath(new URL("../../../shared/data/", import.meta.url));
const TELCO = `${shared}telco/Telco-Customer-Churn.csv`;
const RAVENSTACK = `${shared}ravenstack/ravenstack_`;

type Row = Record<string, string>;

// These files quote nothing.
function rowsOf(path: string): Row[] {
  const [head = "", ...lines] = readFileSync(path, "utf8").trim().split(/\r?\n/);
  const names = head.split(",");
  return lines.map((line) => Object.fromEntries(line.split(",").map((cell, i) => [names[i] ?? "", cell])));
}

function number(cell: string | undefined): number | null {
  return cell === undefined || cell.trim() === "" ? null : Number(cell);
}

/** Each value of a column but its first as a feature of its own: 1 where a row has it. */
function oneHot(rows: readonly Row[], columns: readonly string[]): ((row: Row) => number[])[] {
  return columns.map((column) => {
    const values = [...new Set(rows.map((row) => row[column] ?? ""))].sort().slice(1);
    return (row) => values.map((value) => (row[column] === value ? 1 : 0));
  });
}

function foretold(cases: readonly Featured[]): AucInterval | null {
  const scores = crossValidated(cases, (some) => {
    const model = fitPenalised(some);
    return model && (({ features }) => model.chance(features));
  });
  return aucInterval(cases.map(({ group, happened }, i) => ({ group, happened, score: scores[i] ?? 0.5 })));
}

const absent = (path: string) => (existsSync(path) ? "" : ` (absent: ../shared/data${path.slice(shared.length - 1)})`);

describe.skipIf(absent(TELCO) !== "")(`7,043 telephone customers${absent(TELCO)}`, () => {
  test("what is known of them foretells who leaves, with an AUC of 0.83 or more among customers it has not seen", () => {
    // "No internet service" is told once, by InternetService.
    const rows = rowsOf(TELCO).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, cell]) => [name, cell.replace(/^No .+/, "No")])),
    );
    const words = Object.keys(rows[0] ?? {}).filter(
      (column) => !["customerID", "tenure", "MonthlyCharges", "TotalCharges", "Churn"].includes(column),
    );
    const hot = oneHot(rows, words);
    const cases = rows.map((row) => ({
      group: row.customerID ?? "",
      happened: row.Churn === "Yes",
      features: [number(row.tenure), number(row.MonthlyCharges), number(row.TotalCharges), ...hot.flatMap((each) => each(row))],
    }));
    const found = foretold(cases);
    expect(found).toMatchObject({ happened: 1_869, others: 5_174 });
    expect(found?.auc).toBeGreaterThanOrEqual(0.83);
    expect(found?.interval[0]).toBeGreaterThan(0.82);
    expect(found?.interval[1]).toBeLessThan(0.87);
  }, 60_000);
});

describe.skipIf(absent(`${RAVENSTACK}accounts.csv`) !== "")(`RavenStack's accounts${absent(`${RAVENSTACK}accounts.csv`)}`, () => {
  test("their plan, size, use and tickets foretell their churn flag no better than chance does", () => {
    const accounts = rowsOf(`${RAVENSTACK}accounts.csv`);
    const subscriptions = grouped(rowsOf(`${RAVENSTACK}subscriptions.csv`), (row) => row.account_id);
    const accountOf = new Map([...subscriptions.values()].flat().map((row) => [row.subscription_id, row.account_id]));
    const use = grouped(rowsOf(`${RAVENSTACK}feature_usage.csv`), (row) => accountOf.get(row.subscription_id));
    const tickets = grouped(rowsOf(`${RAVENSTACK}support_tickets.csv`), (row) => row.account_id);
    const hot = oneHot(accounts, ["plan_tier", "industry", "country", "referral_source", "is_trial"]);
    const cases = accounts.map((account) => {
      const [bought, used, asked] = [subscriptions, use, tickets].map((rows) => rows.get(account.account_id) ?? []);
      return {
        group: account.account_id ?? "",
        happened: account.churn_flag === "True",
        features: [
          number(account.seats),
          ...[bought?.length ?? 0, sum(bought, "mrr_amount"), mean(bought, "seats"), share(bought, "auto_renew_flag")],
          ...[used?.length ?? 0, sum(used, "usage_count"), sum(used, "usage_duration_secs"), sum(used, "error_count")],
          new Set(used?.map((row) => row.feature_name)).size,
          ...[asked?.length ?? 0, mean(asked, "resolution_time_hours"), mean(asked, "satisfaction_score"), share(asked, "escalation_flag")],
          ...hot.flatMap((each) => each(account)),
        ],
      };
    });
    const found = foretold(cases);
    expect(found).toMatchObject({ happened: 110, others: 390 });
    expect(found?.interval[0]).toBeLessThan(0.5);
    expect(found?.interval[1]).toBeGreaterThan(0.5);
  }, 60_000);
});

function grouped(rows: readonly Row[], keyOf: (row: Row) => string | undefined): Map<string | undefined, Row[]> {
  const groups = new Map<string | undefined, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group) group.push(row);
    else groups.set(keyOf(row), [row]);
  }
  return groups;
}

function sum(rows: readonly Row[] = [], column: string): number {
  return rows.reduce((total, row) => total + (number(row[column]) ?? 0), 0);
}

function mean(rows: readonly Row[] = [], column: string): number | null {
  const known = rows.flatMap((row) => number(row[column]) ?? []);
  return known.length === 0 ? null : known.reduce((total, value) => total + value, 0) / known.length;
}

function share(rows: readonly Row[] = [], column: string): number | null {
  return rows.length === 0 ? null : rows.filter((row) => row[column] === "True").length / rows.length;
}
