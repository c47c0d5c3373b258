import { afterAll, beforeAll, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { readMetrics } from "@/lib/metrics/read";
import type { Readings } from "@/lib/metrics/types";
import { type Sql, withTenantConnection } from "@/lib/platform/db";
import { closePool } from "@/lib/platform/pool";
import { Recent } from "@/lib/platform/recent";
import type { Scope } from "@/lib/platform/scope";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";

const ASKED = { ids: ["tickets", "net-promoter-score"], period: "2024-03" };
const recent = new Recent(readMetrics);
const NOON = new Date("2024-06-01T12:00:00Z");
const later = (seconds: number) => new Date(NOON.getTime() + seconds * 1_000);

beforeAll(async () => void (await testDatabase()));
afterAll(closePool);

async function withTickets(count: number): Promise<Scope> {
  const scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name\na,A\n");
  await bringTickets(scope, count);
  return scope;
}

async function bringTickets(scope: Scope, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, n) => `${scope.slug}-${count}-${n},a,2024-03-0${1 + n}`);
  await importText(scope, "tickets", `externalId,account,createdAt\n${rows.join("\n")}\n`);
  await refresh(scope);
}

function read(scope: Scope, asOf: Date, heard: string[] = []): Promise<Readings> {
  const listening = (sql: Sql): Sql => {
    return (text, params) => {
      heard.push(text);
      return sql(text, params);
    };
  };
  return withTenantConnection(scope, ({ sql }) => recent.read(listening(sql), scope, { ...ASKED, asOf }), "read");
}

const tickets = ({ metrics }: Readings) => metrics[0]?.value;

test("the same records are read once a minute, and it says when", async () => {
  const scope = await withTickets(2);
  const first = await read(scope, NOON);
  const heard: string[] = [];
  expect(await read(scope, later(60), heard)).toEqual(first);
  expect(heard).toHaveLength(1); // which records it sees
  expect(first.asOf).toBe(NOON.toISOString());
  expect((await read(scope, later(61))).asOf).toBe(later(61).toISOString());
  expect((await read(scope, later(-1))).asOf).toBe(later(-1).toISOString());
});

test("a record that changed is in the next reading", async () => {
  const scope = await withTickets(2);
  expect(tickets(await read(scope, NOON))).toBe(2);
  await bringTickets(scope, 3);
  expect(tickets(await read(scope, later(1)))).toBe(5);
});

test("workspaces do not see each other's", async () => {
  const [one, other] = [await withTickets(1), await withTickets(4)];
  expect([tickets(await read(one, NOON)), tickets(await read(other, NOON))]).toEqual([1, 4]);
});

test("a reading that failed is not kept", async () => {
  const scope = await withTickets(1);
  const broken = withTenantConnection(
    scope,
    ({ sql }) => {
      const failing: Sql = (text, params) => (text.includes("app.ticket") ? Promise.reject(new Error("gone")) : sql(text, params));
      return recent.read(failing, scope, { ...ASKED, asOf: NOON });
    },
    "read",
  );
  await expect(broken).rejects.toThrow("gone");
  expect(tickets(await read(scope, NOON))).toBe(1);
});
