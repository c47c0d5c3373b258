import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
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
  await importText(scope, "accounts", "externalId,name,seats,startedAt\na,A,10,2024-01-01\nb,B,10,2024-01-01\n");
});
afterAll(closePool);

async function use(...rows: string[]): Promise<void> {
  await importText(scope, "usage", ["account,user,feature,at,count", ...rows].map((row) => `${row}\n`).join(""));
}

test("use is held against what was usual: the last 28 days against a third of the 84 before", async () => {
  // By June 30: 12 from June 3 on; before, from March 11 to June 2, 30 + 6 = 36, which is 12 in 28 days. March 10 is too long ago.
  await use(
    "a,,x,2024-03-10,99",
    "a,,x,2024-03-11,30",
    "a,,x,2024-06-02,6",
    "a,,x,2024-06-03,8",
    "a,,x,2024-06-30,4",
    "a,,x,2024-07-01,99",
  );
  expect(await measured(scope, "usage-trend", "2024-06-30")).toEqual([12 / (36 / 3), 0]);
  expect(await measured(scope, "usage-trend", "2024-06-30", "b")).toBeNull(); // never had any
});

test("a customer who went silent is at nothing; a source that did is not known", async () => {
  await use("a,,x,2024-05-01,9", "b,,x,2024-07-10,1");
  expect(await measured(scope, "usage-trend", "2024-07-16")).toEqual([0, 6]); // b was seen 6 days before
  expect(await measured(scope, "usage-trend", "2024-07-17")).toBeNull();
  expect(await measured(scope, "feature-breadth", "2024-07-17")).toBeNull();
  expect(await measured(scope, "seat-use", "2024-07-16")).toBeNull(); // nobody was named
});

test("what is usual for a young account is of the days it has had, once they are 28", async () => {
  await importText(scope, "accounts", "externalId,name,seats,startedAt\nc,C,4,2024-05-06\n");
  // 28 in the 28 days from May 6 to June 2, 14 in those after; what is told from before its first day does not count.
  await use(
    "b,,x,2024-01-02,1",
    "c,,x,2024-04-30,500",
    "c,,x,2024-05-06,20",
    "c,,x,2024-06-02,8",
    "c,,x,2024-06-03,4",
    "c,,x,2024-06-29,10",
  );
  expect(await measured(scope, "usage-trend", "2024-06-29", "c")).toBeNull();
  expect(await measured(scope, "usage-trend", "2024-06-30", "c")).toEqual([14 / 28, 1]);
  await use("c,,x,2024-07-14,7");
  expect(await measured(scope, "usage-trend", "2024-07-14", "c")).toEqual([17 / (((28 + 4) * 28) / 42), 0]); // 42 days, to June 16
});

test("nor are days usual from before any use was known: use that halves is half, however new its source", async () => {
  await use("b,,x,2024-05-06,1", "a,,x,2024-05-07,28", "a,,x,2024-06-03,14", "b,,x,2024-06-29,1");
  expect(await measured(scope, "usage-trend", "2024-06-29")).toBeNull();
  expect(await measured(scope, "usage-trend", "2024-06-30")).toEqual([14 / 28, 1]);
  await use("b,,x,2024-04-22,1"); // and a did nothing in those 14 days more
  expect(await measured(scope, "usage-trend", "2024-06-30")).toEqual([14 / ((28 * 28) / 42), 1]);
});

test("there is no use of seats in an account's first 14 days", async () => {
  await importText(scope, "accounts", "externalId,name,seats,startedAt\nc,C,4,2024-05-06\n");
  await use("c,ana,x,2024-05-06,1", "c,ana,x,2024-06-30,1");
  expect(await measured(scope, "seat-use", "2024-05-12", "c")).toBeNull();
  await use("b,ben,y,2024-05-20,1");
  expect(await measured(scope, "seat-use", "2024-05-20", "c")).toEqual([1 / 4, 0]);
});

test("a person counts for 28 days from each use, once, however much they use", async () => {
  await use("a,ana,x,2024-05-01,5", "a,ana,y,2024-05-20,1", "a,ben,x,2024-05-10,1", "a,cy,x,2024-05-10,0", "b,dee,x,2024-06-16,1");
  const days = ["2024-05-01", "2024-05-10", "2024-05-16"];
  expect(await Promise.all(days.map((day) => measured(scope, "seat-use", day)))).toEqual([
    [0.1, 0],
    [0.2, 0],
    [0.2, 6],
  ]);
  expect(await measured(scope, "seat-use", "2024-06-16")).toEqual([0.1, 0]); // ben was last seen 37 days ago, ana 27
  await use("b,dee,x,2024-06-17,1");
  expect(await measured(scope, "seat-use", "2024-06-17")).toEqual([0, 0]);
});

test("seats are those of the subscriptions that run, else the account's own", async () => {
  await use("a,ana,x,2024-05-10,1");
  const sub = (id: string, from: string, to: string, seats: string) => `${id},a,${from},${to},100,month,${seats}\n`;
  const subs = [sub("s1", "2024-05-02", "2024-05-12", "20"), sub("s2", "2024-05-11", "", "5"), sub("s3", "2024-05-01", "", "")];
  await importText(scope, "subscriptions", `externalId,account,startedAt,endedAt,amount,interval,seats\n${subs.join("")}`);
  await importText(scope, "accounts", "externalId,name,seats,startedAt\na,A,10,2024-01-01\n");
  expect(await measured(scope, "seat-use", "2024-05-10")).toEqual([1 / 20, 0]);
  expect(await measured(scope, "seat-use", "2024-05-11")).toEqual([1 / 25, 1]); // until the 12th began
  expect(await measured(scope, "seat-use", "2024-05-12")).toEqual([1 / 5, 2]);
});

test("use that names nobody says nothing of seats, while others' does", async () => {
  await use("a,,x,2024-05-10,1", "b,ben,x,2024-05-10,1");
  expect(await measured(scope, "seat-use", "2024-05-10")).toBeNull();
  expect(await measured(scope, "seat-use", "2024-05-10", "b")).toEqual([0.1, 0]);
});

test("breadth is of the features anybody used in 90 days", async () => {
  await use("a,ana,x,2024-05-01,1", "a,ana,y,2024-04-13,1", "b,ben,z,2024-02-11,1", "b,ben,w,2024-02-10,1", "b,ben,x,2024-05-10,1");
  expect(await measured(scope, "feature-breadth", "2024-05-10")).toEqual([2 / 3, 0]); // x and y of x, y, z; w was 90 days ago
  expect(await measured(scope, "feature-breadth", "2024-05-11")).toEqual([1 / 2, 1]); // y was 28 days ago, z 90
  expect(await measured(scope, "feature-breadth", "2024-05-11", "b")).toEqual([1 / 2, 1]);
});
