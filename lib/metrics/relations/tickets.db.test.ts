import { afterAll, beforeAll, expect, test } from "vitest";
import { loadRecords } from "@/lib/imports/load";
import type { RowOf } from "@/lib/imports/registry";
import { refresh } from "@/lib/ledger/refresh";
import { listEvidence } from "@/lib/metrics/evidence";
import { readMetrics } from "@/lib/metrics/read";
import type { Reading, ReadingRequest } from "@/lib/metrics/types";
import { withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { newWorkspace } from "@/tests/support/workspace";

type Ticket = Partial<RowOf<"tickets">> & { createdAt: Date; events?: readonly (readonly ["solved" | "reopened", Date])[] };

beforeAll(async () => {
  await testDatabase();
});
afterAll(closePool);

/** Days of May 2024; a part of a day is that many hours. */
const may = (day: number, hour = 0) => new Date(Date.UTC(2024, 4, day, hour));

async function book(tickets: readonly Ticket[], timeZone = "UTC"): Promise<Scope> {
  const scope = await newWorkspace({ timeZone });
  await loadRecords(scope, "accounts", "desk", [{ externalId: "a", name: "A", segment: "SMB" }]);
  await loadRecords(
    scope,
    "tickets",
    "desk",
    tickets.map(({ events: _, ...ticket }, i) => ({ externalId: `t${i + 1}`, account: "a", ...ticket })),
  );
  await loadRecords(
    scope,
    "ticket-events",
    "desk",
    tickets.flatMap(({ events = [] }, i) => events.map(([type, at]) => ({ ticket: `t${i + 1}`, type, at }))),
  );
  await refresh(scope);
  return scope;
}

async function read(scope: Scope, id: string, more: Partial<ReadingRequest> = {}): Promise<Reading> {
  const request = { ids: [id], period: "2024-05", asOf: may(32), ...more };
  const { metrics } = await withTenantConnection(scope, ({ sql }) => readMetrics(sql, scope, request), "read");
  const [reading] = metrics;
  if (reading === undefined) throw new Error(`${id} was not read`);
  return reading;
}

test("a ticket counts in the period of its moment: creation, first solve, full solve", async () => {
  const events = [
    ["solved", may(2)],
    ["reopened", may(30)],
    ["solved", may(33)],
  ] as const;
  const scope = await book([{ createdAt: new Date("2024-04-30T00:00:00Z"), events }]);
  const later = { asOf: may(40) };
  expect((await read(scope, "tickets", { ...later, period: "2024-04" })).value).toBe(1);
  expect((await read(scope, "tickets", later)).value).toBe(0);
  expect((await read(scope, "ticket-first-resolution-time", later)).value).toBe(48);
  expect((await read(scope, "ticket-resolution-time", later)).value).toBeNull();
  expect((await read(scope, "ticket-resolution-time", { ...later, period: "2024-06" })).value).toBe(33 * 24);
  expect((await read(scope, "reopen-rate", { ...later, period: "2024-06" })).value).toBe(1);
});

test("a reopening after the instant of the reading moves nothing, and after it takes the ticket out of its month", async () => {
  const scope = await book([
    {
      createdAt: may(1),
      events: [
        ["solved", may(2)],
        ["reopened", may(20)],
      ],
    },
  ]);
  expect((await read(scope, "ticket-resolution-time", { asOf: may(20) })).value).toBe(24);
  const open = await read(scope, "ticket-resolution-time", { asOf: may(20, 1) });
  expect([open.value, open.rows, open.details.open]).toEqual([null, 0, 1]);
});

test("a period begins and ends at local midnight", async () => {
  const scope = await book(
    [{ createdAt: new Date("2024-04-30T22:00:00Z") }, { createdAt: new Date("2024-05-31T22:00:00Z") }],
    "Europe/Berlin",
  );
  expect((await read(scope, "tickets", { asOf: may(40) })).value).toBe(1);
});

test("excluded tickets are in no number, and are counted beside it", async () => {
  const scope = await book([{ createdAt: may(1), solvedAt: may(2), agentReplies: 1n, firstResponseAt: may(1, 1), excluded: true }]);
  for (const id of [
    "ticket-resolution-time",
    "ticket-resolution-median",
    "first-contact-resolution-rate",
    "reopen-rate",
    "first-response-time",
  ]) {
    const { value, rows, details } = await read(scope, id);
    expect([id, value, rows, details.excluded]).toEqual([id, null, 0, 1]);
  }
  expect(await read(scope, "tickets")).toMatchObject({ value: 0, rows: 0, details: { excluded: 1, open: 0, resolved: 0 } });
});

test("tickets = resolved + open + unknown", async () => {
  const scope = await book([
    { createdAt: may(1), solvedAt: may(2) },
    { createdAt: may(1) },
    { createdAt: may(1), status: "open", solvedAt: may(2), resolutionHours: "24" },
    { createdAt: may(1), status: "closed" },
  ]);
  expect((await read(scope, "tickets")).details).toEqual({ resolved: 1, reopened: 1, open: 2, excluded: 0, immature: 0, unknown: 1 });
  expect((await read(scope, "ticket-resolution-time")).details).toMatchObject({ resolved: 1, open: 2, unknown: 1 });
});

test("first contact: one reply at most, and no reopening by the end of the window, whose last instant is in it", async () => {
  const solved = { createdAt: may(1), solvedAt: may(2) };
  const scope = await book([
    { ...solved, agentReplies: 1n },
    { ...solved, agentReplies: 2n },
    {
      ...solved,
      agentReplies: 0n,
      events: [
        ["reopened", may(9)],
        ["solved", may(10)],
      ],
    },
    {
      ...solved,
      agentReplies: 0n,
      events: [
        ["reopened", may(9, 1)],
        ["solved", may(10)],
      ],
    },
    { ...solved, agentReplies: 1n, reopens: 1n },
    { ...solved, agentReplies: 1n, unresolvableAtFirstLevel: true },
    { ...solved },
    { createdAt: may(1), solvedAt: may(28), agentReplies: 1n },
  ]);
  const rate = await read(scope, "first-contact-resolution-rate");
  expect([rate.numerator, rate.denominator]).toEqual([3, 6]); // the first, the fourth and the sixth
  expect(rate.details).toMatchObject({ resolved: 6, immature: 1, unknown: 1, unresolvable: 1 });
  const net = await read(scope, "net-first-contact-resolution-rate");
  expect([net.numerator, net.denominator]).toEqual([2, 5]);
  const early = await read(scope, "first-contact-resolution-rate", { asOf: may(9) });
  expect([early.numerator, early.denominator]).toEqual([3 + 1, 6]); // seven days have passed; the reopening of that instant is not seen
});

test("a first response before the ticket is left out and counted, one not yet given is waited for", async () => {
  const scope = await book([
    { createdAt: may(2), firstResponseAt: may(2, 3) },
    { createdAt: may(2), firstResponseMinutes: "60" },
    { createdAt: may(2), firstResponseAt: may(2, 5), firstResponseMinutes: "1" },
    { createdAt: may(2), firstResponseAt: may(1) },
    { createdAt: may(2), firstResponseAt: may(35) },
    { createdAt: may(2) },
  ]);
  const reading = await read(scope, "first-response-time");
  expect([reading.numerator, reading.denominator, reading.value]).toEqual([9, 3, 3]); // 3 + 1 + 5 hours
  expect(reading.details).toMatchObject({ invalid: 1, unanswered: 2 });
});

test("by channel and priority the parts add up, and the rows behind a median carry their hours", async () => {
  const scope = await book([
    { createdAt: may(1), solvedAt: may(1, 2), channel: "chat" },
    { createdAt: may(1), solvedAt: may(1, 6), channel: "mail", priority: "high" },
  ]);
  const { parts } = await read(scope, "ticket-resolution-time", { by: "channel" });
  expect(parts?.map(({ dimension, value }) => [dimension?.value, value])).toEqual([
    ["chat", 2],
    ["mail", 6],
  ]);
  expect((await read(scope, "ticket-resolution-median", { where: { priority: "high", segment: "SMB" } })).value).toBe(6);
  const page = await withTenantConnection(
    scope,
    ({ sql }) => listEvidence(sql, scope, { id: "ticket-resolution-median", period: "2024-05", asOf: may(32) }),
    "read",
  );
  expect(page.rows.map(({ record, value, solvedOn, numerator }) => [record, value, solvedOn, numerator])).toEqual([
    ["t2", 6, "2024-05-01", null],
    ["t1", 2, "2024-05-01", null],
  ]);
});
