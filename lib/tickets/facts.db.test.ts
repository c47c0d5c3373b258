import { afterAll, beforeAll, expect, test } from "vitest";
import { closePool } from "@/lib/platform/pool";
import { ticketFactsSql } from "@/lib/tickets/facts";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

type Facts = { first: string | null; last: string | null; next: string | null; reopened: boolean; undated: boolean };
type Ticket = Record<string, string>;
type Event = `${"solved" | "reopened"} ${string}`;

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

/** What had become, by the end of May 10 or another day of May, of a ticket that came in on May 1; days of May stand for their midnight. */
async function factsOf(ticket: Ticket, events: readonly Event[] = [], day = 11): Promise<Facts | undefined> {
  const scope = await aWorkspace({ timeZone: "UTC" });
  const row = { externalId: "t", account: "a", createdAt: "2024-05-01", ...ticket };
  await importText(scope, "accounts", "externalId,name\na,A\n");
  await importText(scope, "tickets", `${Object.keys(row).join(",")}\n${Object.values(row).join(",")}\n`);
  await importText(scope, "ticket-events", `ticket,type,at\n${events.map((event) => `t,${event.replace(" ", ",2024-05-")}\n`).join("")}`);
  const [found] = await rowsOf<Facts>(
    scope,
    `SELECT to_char(first_solved_at AT TIME ZONE 'UTC', 'DD HH24') AS first, to_char(last_solved_at AT TIME ZONE 'UTC', 'DD HH24') AS last,
       to_char(next_reopened_at AT TIME ZONE 'UTC', 'DD HH24') AS next, was_reopened AS reopened, is_undated AS undated
     FROM (${ticketFactsSql("$1::timestamptz")}) AS fact`,
    [new Date(Date.UTC(2024, 4, day))],
  );
  return found;
}

const never = { first: null, last: null, next: null, reopened: false, undated: false };
const solved = (at: string) => ({ ...never, first: at, last: at });

test("a ticket's own solve and the events' are one: the earliest is the first", async () => {
  expect(await factsOf({ solvedAt: "2024-05-03" })).toEqual(solved("03 00"));
  expect(await factsOf({ solvedAt: "2024-05-03" }, ["solved 02"])).toEqual(solved("02 00"));
  expect(await factsOf({})).toEqual(never);
});

test("closing what is solved does not lengthen it; reopening does, to the first solve after the last", async () => {
  expect(await factsOf({}, ["solved 02", "solved 09"])).toEqual(solved("02 00"));
  const twice = ["solved 02", "reopened 03", "solved 04", "reopened 05", "solved 06", "solved 08"] as const;
  expect(await factsOf({}, twice)).toEqual({ ...never, first: "02 00", last: "06 00", next: "03 00", reopened: true });
});

test("a ticket whose last event is a reopening has no full resolution, whatever its status says", async () => {
  const open = { ...never, first: "02 00", next: "03 00", reopened: true };
  expect(await factsOf({ status: "closed" }, ["solved 02", "reopened 03"])).toEqual(open);
});

test("a ticket whose status says open has no full resolution, whatever it carries", async () => {
  for (const status of ["new", "open", "pending", "hold"]) expect(await factsOf({ status, resolutionHours: "5" })).toEqual(never);
  expect(await factsOf({ status: "open", solvedAt: "2024-05-03" })).toEqual({ ...never, first: "03 00", reopened: true });
});

test("resolution hours stand for the solve only where nothing else does", async () => {
  expect(await factsOf({ status: "solved", resolutionHours: "5" })).toEqual(solved("01 05"));
  expect(await factsOf({ status: "closed", resolutionHours: "5", solvedAt: "2024-05-03" })).toEqual(solved("03 00"));
  expect(await factsOf({ status: "closed", resolutionHours: "5" }, ["solved 04"])).toEqual(solved("04 00"));
  expect(await factsOf({ resolutionHours: "5" })).toEqual(never);
  expect(await factsOf({ status: "closed", resolutionHours: `1${"0".repeat(29)}` })).toEqual(never); // solved long after the reading
});

test("said to be solved, but not when", async () => {
  expect(await factsOf({ status: "solved" })).toEqual({ ...never, undated: true });
  expect(await factsOf({ status: "solved" }, ["solved 20"])).toEqual(never);
});

test("a count of reopenings is believed where no event tells of one", async () => {
  expect(await factsOf({ solvedAt: "2024-05-03", reopens: "2" })).toEqual({ ...solved("03 00"), reopened: true });
  expect(await factsOf({ solvedAt: "2024-05-03", reopens: "1" }, ["reopened 20", "solved 21"])).toEqual(solved("03 00"));
});

test("nothing at or after the instant of the reading has happened", async () => {
  const life = ["solved 02", "reopened 05", "solved 07"] as const;
  expect(await factsOf({}, life, 1)).toBeUndefined();
  expect(await factsOf({}, life, 2)).toEqual(never);
  expect(await factsOf({}, life, 5)).toEqual(solved("02 00"));
  expect(await factsOf({}, life, 7)).toEqual({ ...never, first: "02 00", next: "05 00", reopened: true });
});

test("a status that a later event explains is not believed yet", async () => {
  expect(await factsOf({ status: "open" }, ["solved 02", "reopened 05"], 4)).toEqual(solved("02 00"));
  expect(await factsOf({ status: "closed" }, ["solved 09"], 4)).toEqual(never);
});

test("on one instant, what was solved is reopened first, and what was open is solved first", async () => {
  const reopened = { ...never, first: "02 00", next: "05 00", reopened: true };
  expect(await factsOf({}, ["solved 02", "reopened 05", "solved 05"])).toEqual({ ...reopened, last: "05 00" });
  expect(await factsOf({}, ["solved 05", "reopened 05"])).toEqual({ ...reopened, first: "05 00" });
});

test("an event before the ticket is left out", async () => {
  expect(await factsOf({ createdAt: "2024-05-04" }, ["solved 02", "reopened 03", "solved 06"])).toEqual(solved("06 00"));
});
