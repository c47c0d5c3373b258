import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { identity } from "@/lib/platform/identity";
import { type Scope, systemScope } from "@/lib/platform/scope";
import { accountSql, subscriptionSql } from "./customers";
import { answerSql, offerSql, peopleSql, ticketSql, usageSql } from "./life";
import { type Size, ZONE } from "./size";

const FILLED = [
  "account",
  "account_version",
  "subscription",
  "contract",
  "contact",
  "product_user",
  "usage_event",
  "ticket",
  "survey_response",
  "touchpoint",
];

/** Makes a workspace with nothing in it. */
export async function emptyWorkspace(slug: string): Promise<Scope> {
  await identity("create_workspace", [slug, slug, "USD", ZONE, false, null]);
  const scope = await systemScope(slug, "bench");
  if (scope === null) throw new Error(`the workspace ${slug} was not made`);
  return scope;
}

/** Fills a workspace with records, by statements over whole sets of them, each a transaction of its own. */
export async function fillWorkspace(scope: Scope, size: Size): Promise<void> {
  const run = (work: (sql: Sql) => Promise<unknown>) => withTenantConnection(scope, ({ sql }) => work(sql));
  const customers = [...accountSql(size), ...subscriptionSql(size)];
  for (const statement of customers) await run((sql) => sql(statement));
  await run((sql) => sql("ANALYZE app.account, app.subscription"));
  for (const make of [peopleSql, usageSql, ticketSql, answerSql, offerSql])
    for (const statement of make(size)) await run((sql) => sql(statement));
  await run((sql) => sql(`ANALYZE ${FILLED.map((table) => `app.${table}`).join(", ")}`));
}
