import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Day } from "@/lib/kernel/period";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { measured } from "@/tests/support/health";
import { aWorkspace, importText } from "@/tests/support/import";

let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name,startedAt\na,A,2023-01-01\nb,B,2024-04-01\n");
});
afterAll(closePool);

const HEADER = ["externalId", "account", "createdAt", "solvedAt", "status", "escalated", "excluded", "reopens"] as const;
let tickets = 0;

async function ticket(fields: Partial<Record<(typeof HEADER)[number], string>>, ...events: string[]): Promise<void> {
  tickets += 1;
  const row: typeof fields = { externalId: `t${tickets}`, account: "a", ...fields };
  await importText(scope, "tickets", `${HEADER.join(",")}\n${HEADER.map((name) => row[name] ?? "").join(",")}\n`);
  if (events.length > 0)
    await importText(
      scope,
      "ticket-events",
      `ticket,type,at\n${events.map((event) => `t${tickets},${event.replace(" ", ",")}\n`).join("")}`,
    );
}

const pains = async (...days: Day[]) => {
  const found: (number | undefined)[] = [];
  for (const day of days) found.push((await measured(scope, "resolution-pain", day))?.[0]);
  return found;
};

test("the load is held against the account's own usual, one added to both", async () => {
  // By June 30: 3 since June 3; from December 18 to June 2 there were 6, which is 1 in 28 days.
  for (const day of ["2023-12-17", "2023-12-18", "2024-02-01", "2024-02-02", "2024-02-03", "2024-02-04", "2024-06-02"])
    await ticket({ createdAt: day });
  for (const day of ["2024-06-03", "2024-06-10", "2024-06-28", "2024-07-01"]) await ticket({ createdAt: day });
  await ticket({ createdAt: "2024-06-29", excluded: "true" });
  expect(await measured(scope, "support-load", "2024-06-30")).toEqual([(3 + 1) / (6 / 6 + 1), 1]); // an excluded one is still told of
});

test("a younger account's usual is of the days it has had, and it has none for 56", async () => {
  for (const day of ["2024-04-10", "2024-04-20", "2024-05-27"]) await ticket({ account: "b", createdAt: day });
  expect(await measured(scope, "support-load", "2024-05-26", "b")).toBeNull();
  // May 27 is its 57th day: 29 days before the last 28, with 2 tickets.
  expect(await measured(scope, "support-load", "2024-05-27", "b")).toEqual([(1 + 1) / ((2 * 28) / 29 + 1), 0]);
});

test("without a ticket of anybody's for 90 days nothing is known of load and pain", async () => {
  await ticket({ createdAt: "2024-03-01T12:00:00Z", solvedAt: "2024-03-02" });
  expect(await measured(scope, "resolution-pain", "2024-05-29")).toEqual([0, 89]);
  expect(await measured(scope, "resolution-pain", "2024-05-30")).toBeNull();
  expect(await measured(scope, "support-load", "2024-05-30")).toBeNull();
});

test("a ticket hurts once it has been open for more than 7 days, until it is solved", async () => {
  await ticket({ createdAt: "2024-05-01T12:00:00Z", solvedAt: "2024-05-20T12:00:00Z" });
  expect(await pains("2024-05-07", "2024-05-08", "2024-05-19", "2024-05-20")).toEqual([0, 1, 1, 0]);
});

test("a ticket that was reopened hurts for 28 days, and once even if it is open for long, too", async () => {
  await ticket({ createdAt: "2024-05-01" }, "solved 2024-05-02", "reopened 2024-05-10", "solved 2024-05-11");
  await ticket({ createdAt: "2024-05-01" }, "solved 2024-05-02", "reopened 2024-05-10T06:00:00Z");
  expect(await pains("2024-05-09", "2024-05-10", "2024-06-06", "2024-06-07", "2024-06-08")).toEqual([0, 2, 2, 1, 1]);
});

test("an escalated ticket counts as two, an excluded one not at all", async () => {
  await ticket({ createdAt: "2024-05-01", escalated: "true" });
  await ticket({ createdAt: "2024-05-01", excluded: "true" });
  expect(await pains("2024-05-07", "2024-05-08")).toEqual([0, 2]);
});

test("reopenings that name no day were before the solve; what is solved at an unknown time does not hurt", async () => {
  await ticket({ createdAt: "2024-05-01", solvedAt: "2024-05-04", reopens: "2" });
  await ticket({ createdAt: "2024-05-01", status: "closed" });
  expect(await pains("2024-05-03", "2024-05-04", "2024-05-31", "2024-06-01")).toEqual([0, 1, 1, 0]);
});

test("a status that says open is believed after the last that is known", async () => {
  await ticket({ createdAt: "2024-05-01", solvedAt: "2024-05-04", status: "open" });
  expect(await pains("2024-05-07", "2024-05-08", "2024-07-08")).toEqual([0, 1, 1]);
});
