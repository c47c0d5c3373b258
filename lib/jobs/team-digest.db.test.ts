import { expect, test } from "vitest";
import { digestJob } from "@/lib/jobs/digest-job";
import { digestOf } from "@/lib/jobs/team-digest";
import { bringUpToDate } from "@/lib/jobs/up-to-date";
import { type Sql, withTenant } from "@/lib/platform/db";
import { setTarget } from "@/lib/targets/mutations";
import type { TargetFields } from "@/lib/targets/schema";
import { testDatabase } from "@/tests/support/database";
import { importText, rowsOf } from "@/tests/support/import";
import { joined, peopled } from "@/tests/support/people";

process.env.BELLWETHER_TODAY = "2026-11-20";
await testDatabase();

const [manager] = await peopled("week", ["manager"]);
const csm = await joined("week", "csm@week.test", "csm");
const write = <Data>(work: (sql: Sql) => Promise<Data>) => withTenant(manager, ({ sql }) => work(sql));

await importText(manager, "accounts", "externalId,name,startedAt\nA,Acme,2024-01-01\nB,Bolt,2024-01-01\n");
await importText(
  manager,
  "subscriptions",
  "externalId,account,startedAt,endedAt,amount,interval\nS1,A,2024-01-01,,10000,month\nS2,B,2024-01-01,,5000,month\nS3,B,2026-11-11,,2500,month\n",
);
await bringUpToDate(manager);

test("the digest says what was to be reached in the month and the year the week ends in, how far that is, and whose it is", async () => {
  const aim = (fields: Partial<TargetFields>) =>
    write((sql) =>
      setTarget(sql, manager, {
        metric: "mrr",
        span: "month",
        fromDay: "2026-11-01",
        standing: true,
        value: 20_000,
        owner: null,
        ...fields,
      }),
    );
  await aim({ owner: csm.actor.memberId });
  await aim({ span: "year", fromDay: "2026-01-01", value: 17_000 });
  await aim({ metric: "customers", fromDay: "2026-12-01", value: 9 });
  const text = await withTenant(manager, ({ sql }) => digestOf(sql, manager, "2026-11-16"));
  expect(text).toContain(
    "- Monthly recurring revenue: $175.00, was $150.00 (+16.7%). Target for Nov 2026: $200.00, not met yet with $175.00; csm@week.test owns it. Target for 2026: $170.00, met so far with $175.00; nobody owns it",
  );
  expect(text).toContain("As they were: Customers,");
  expect(text).not.toContain("No number has a target");
  await write((sql) => sql("DELETE FROM app.target RETURNING 1"));
});

test("the digest of the week says which number moved, that nobody owns its target, and who moved it", async () => {
  // The week of Monday the ninth: Bolt went from 50 to 75 dollars on the eleventh, so MRR from 150 to 175.
  const text = await withTenant(manager, ({ sql }) => digestOf(sql, manager, "2026-11-16"));
  expect(text).toContain("- Monthly recurring revenue: $175.00, was $150.00 (+16.7%)");
  expect(text).toContain("As they were: Customers,");
  expect(text).toContain("No number has a target now");
  expect(text).toContain("- Bolt: +$25.00");
  for (const minute of ["08:30", "08:31"]) await digestJob(manager, new Date(`2026-11-16T${minute}:00Z`));
  const mails = await rowsOf<{ recipient: string; subject: string }>(
    manager,
    "SELECT recipient, subject FROM app.outbox ORDER BY recipient",
  );
  expect(mails.map(({ recipient, subject }) => [recipient, subject])).toEqual([["manager-1@week.test", "The week of 2026-11-09 in week"]]);
});
