import { dice, LIFE, oneOf, type Size, startOf, TODAY } from "./size";

const LONG = "Gesellschaft für außerordentlich langfristig angelegte Landmaschinenvermittlung und Saatgutprüfung";

/** Accounts and what they were from the beginning. Some bear long names, and some other scripts. */
export function accountSql(size: Size): string[] {
  const die = (throwNumber: number) => dice("n", throwNumber, size);
  return [
    `INSERT INTO app.account (workspace_id, source, external_id, name, domain, segment, plan, industry, region, country, owner_email, stage, seats, started_at)
     SELECT app.tenant(), 'bench', 'A' || n, CASE n % 50 WHEN 7 THEN '${LONG} ' WHEN 13 THEN '株式会社ひつじ牧場 ' WHEN 19 THEN 'شركة الراعي ' ELSE 'Account ' END || n, 'a' || n || '.example',
       ${oneOf(["SMB", "Mid-market", "Enterprise"], die(1), 2)}, ${oneOf(["Starter", "Team", "Business", "Scale"], die(2), 1.5)},
       ${oneOf(["Software", "Retail", "Health", "Finance", "Media", "Travel", "Energy", "Law"], die(3))}, ${oneOf(["EMEA", "AMER", "APAC", "LATAM"], die(4))},
       ${oneOf(["DE", "FR", "GB", "US", "CA", "JP", "BR", "IN", "AU", "ES"], die(5))}, 'csm-' || floor(${die(6)} * 40) || '@bench.test',
       ${oneOf(["Live", "Onboarding", "Renewing"], die(7), 2)}, 3 + floor(power(${die(8)}, 3) * 200)::int,
       ${startOf(`date '${size.from}' + floor(greatest(0, ${die(9)} * 1.3 - 0.3) * 0.97 * (date '${TODAY}' - date '${size.from}'))::int`)}
     FROM generate_series(1, ${size.accounts}) AS n`,
    `INSERT INTO app.account_version (workspace_id, account_id, from_at, segment, plan, industry, region, country, owner_email, stage)
     SELECT workspace_id, id, '-infinity', segment, plan, industry, region, country, owner_email, stage FROM app.account`,
  ];
}

/** One price after another, each for a few months; some leave at the end of one, and some of those come back. */
export function subscriptionSql(size: Size): string[] {
  const each = (throwNumber: number) => dice("n * 64 + k", throwNumber, size);
  return [
    `INSERT INTO app.subscription (workspace_id, source, external_id, account_id, started_at, ended_at, amount, currency, interval, plan, seats, past_due_since)
     SELECT app.tenant(), 'bench', 'S' || n || '-' || k, id, from_at, CASE WHEN leaves OR until_at <= ${startOf(`date '${TODAY}'`)} THEN until_at END,
       round(seats * (900 + 400 * (k + 1) * ${each(22)}) * CASE WHEN n % 4 = 0 THEN 10.8 ELSE 1 END)::bigint, 'USD', CASE WHEN n % 4 = 0 THEN 'year' ELSE 'month' END, plan, seats + 2 * k,
       CASE WHEN ${each(23)} < 0.02 THEN from_at + interval '20 days' END
     FROM (
       SELECT *, coalesce(lag(leaves) OVER life OR (n % 7 <> 0 AND bool_or(leaves) OVER (life ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)), false) AS gone
       FROM (
         SELECT a.n, a.id, a.seats, a.plan, k, ${each(21)} < 0.06 AS leaves, ${startOf("a.day + make_interval(months => a.length * k)")} AS from_at,
           ${startOf("a.day + make_interval(months => a.length * (k + 1))")} AS until_at
         FROM (SELECT substr(external_id, 2)::bigint AS n, id, seats, plan, (started_at AT TIME ZONE 'Europe/Berlin')::date AS day,
           3 + floor(${dice("substr(external_id, 2)", 20, size)} * 9)::int AS length FROM app.account) AS a CROSS JOIN generate_series(0, ${Math.ceil(size.months / 3)}) AS k
       ) AS term WINDOW life AS (PARTITION BY n ORDER BY k)
     ) AS kept WHERE NOT gone AND from_at <= ${startOf(`date '${TODAY}'`)}`,
    `INSERT INTO app.contract (workspace_id, source, external_id, account_id, due_on, value, currency, renewed_on, renewed_value, declined_on)
     WITH ${LIFE}
     SELECT app.tenant(), 'bench', 'C' || n || '-' || k, id, due_on, 1200 * (1000 + n % 900), 'USD', CASE WHEN fate < 0.85 THEN decided_on END,
       CASE WHEN fate < 0.85 THEN 1300 * (1000 + n % 900) END, CASE WHEN fate >= 0.85 AND fate < 0.93 THEN decided_on END
     FROM (SELECT l.*, k, due_on, CASE WHEN due_on - 10 <= date '${TODAY}' THEN due_on - 10 END AS decided_on, ${dice("n * 64 + k", 30, size)} AS fate FROM life l
       CROSS JOIN generate_series(1, ${Math.ceil(size.months / 12) + 1}) AS k CROSS JOIN LATERAL (SELECT ((from_at AT TIME ZONE 'Europe/Berlin') + make_interval(years => k))::date AS due_on) AS due) AS c
     WHERE due_on <= CASE WHEN until_at > ${startOf(`date '${TODAY}'`)} THEN date '${TODAY}' + 365 ELSE (until_at AT TIME ZONE 'Europe/Berlin')::date END`,
  ];
}
