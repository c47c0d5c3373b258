import { withTenantConnection } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Calendar } from "./calendar";
import { DANIEL, KWAME, MARGUERITE, TOBIAS } from "./team";

const PLANNED = 24; // the month of the history from which the team set itself goals

/** What the team wants to reach, and what it noted on the way. */
export function bearingsOf({ month, day, today }: Calendar) {
  const year = `${month(PLANNED).slice(0, 4)}-01-01`;
  const thisYear = `${today.slice(0, 4)}-01-01`;
  const yearly = { span: "year", fromDay: year, standing: true };
  const monthly = { span: "month", fromDay: month(PLANNED), standing: true };
  return {
    targets: [
      { ...yearly, metric: "net-revenue-retention", value: 1.1, owner: MARGUERITE },
      { ...monthly, metric: "net-revenue-retention", value: 1.005, owner: MARGUERITE },
      { ...yearly, metric: "gross-revenue-retention", value: 0.9, owner: TOBIAS },
      { ...yearly, metric: "customer-churn-rate", value: 0.15, owner: TOBIAS },
      { ...monthly, metric: "customer-churn-rate", value: 0.012, owner: TOBIAS },
      { ...yearly, metric: "mrr", fromDay: thisYear, standing: false, value: 95_000_000, owner: MARGUERITE },
      { ...yearly, metric: "net-promoter-score", value: 30, owner: DANIEL },
      { ...yearly, metric: "first-contact-resolution-rate", value: 0.65, owner: KWAME },
    ],
    notes: [
      { day: day(29, 6), metric: null, text: "A bad release: exports failed for six days", author: KWAME },
      { day: day(29, 14), metric: null, text: "New price list for renewals", author: MARGUERITE },
      { day: day(33, 2), metric: "tickets", text: "The help centre was written anew", author: KWAME },
    ],
  };
}

/** Writes it down. Whoever is no member owns nothing. */
export async function loadBearings(scope: Scope, { targets, notes }: ReturnType<typeof bearingsOf>): Promise<void> {
  await withTenantConnection(scope, async ({ sql }) => {
    await sql(
      `INSERT INTO app.target (workspace_id, metric, span, from_day, standing, value, owner_id, author)
       SELECT $1::uuid, g.metric, g.span, g."fromDay", g.standing, g.value, m.id, g.owner
       FROM jsonb_to_recordset($2::text::jsonb) AS g(metric text, span text, "fromDay" date, standing boolean, value float8, owner text)
       LEFT JOIN app.member m ON m.email = g.owner`,
      [scope.workspaceId, JSON.stringify(targets)],
    );
    await sql(
      `INSERT INTO app.annotation (workspace_id, day, metric, text, author)
       SELECT $1::uuid, g.day, g.metric, g.text, g.author FROM jsonb_to_recordset($2::text::jsonb) AS g(day date, metric text, text text, author text)`,
      [scope.workspaceId, JSON.stringify(notes)],
    );
  });
}
