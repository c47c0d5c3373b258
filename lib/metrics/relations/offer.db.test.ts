import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { refresh } from "@/lib/ledger/refresh";
import { closePool } from "@/lib/platform/pool";
import type { Scope } from "@/lib/platform/scope";
import { changeSettings } from "@/lib/workspaces/settings";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";
import { evidenceOf, partsOf, readOne } from "@/tests/support/reading";

const OFFERS = "upsell-cross-sell-conversion-rate";
const CUSTOMERS = "customer-offer-acceptance-rate";
let scope: Scope;

beforeAll(async () => {
  await testDatabase();
});
beforeEach(async () => {
  scope = await aWorkspace({ timeZone: "UTC" });
  await importText(scope, "accounts", "externalId,name,segment\na,A,SMB\nb,B,SMB\nc,C,Enterprise\n");
  await refresh(scope);
});
afterAll(closePool);

/** Lines of account, kind, presentedAt, acceptedAt, declinedAt. */
async function offered(...lines: string[]): Promise<void> {
  const rows = lines.map((line, place) => `${place},${line}${",".repeat(4 - (line.match(/,/g)?.length ?? 0))}\n`);
  const { rejected } = await importText(scope, "offers", `externalId,account,kind,presentedAt,acceptedAt,declinedAt\n${rows.join("")}`);
  expect(rejected).toBe(0);
}

test("an offer counts where it was presented, and is accepted to the end of its thirty days: 2 of 4", async () => {
  await offered(
    "a,upsell,2024-03-01,2024-03-31",
    "a,upsell,2024-03-01,2024-03-31T00:00:01Z",
    "b,upsell,2024-03-31T23:59:59Z,2024-04-20",
    "b,upsell,2024-03-05,,2024-03-06",
    "b,upsell,2024-02-29T23:59:59Z,2024-03-01",
    "b,upsell,2024-04-01,2024-04-02",
  );
  expect(await readOne(scope, OFFERS)).toMatchObject({ numerator: 2, denominator: 4, value: 0.5 });
});

test("while its window is open an offer is immature, accepted or not; the window is a setting", async () => {
  await offered("a,upsell,2024-03-01,2024-03-02", "b,upsell,2024-03-10,2024-03-11", "c,upsell,2024-03-10");
  const asOf = new Date("2024-04-01T00:00:00Z");
  expect(await readOne(scope, OFFERS, { asOf })).toMatchObject({ value: 1, details: { offered: 1, accepted: 1, immature: 2 } });
  await changeSettings(scope, { offer_window_days: "10" });
  expect(await readOne(scope, OFFERS, { asOf })).toMatchObject({ numerator: 2, denominator: 3, details: { immature: 0 } });
});

test("an acceptance before the presentation is no offer to judge, and is counted; a refusal before it was refused all the same: 1 of 2", async () => {
  await offered("a,upsell,2024-03-10,2024-03-09", "b,cross_sell,2024-03-10,,2024-03-01", "c,upsell,2024-03-10,2024-03-10");
  expect(await readOne(scope, OFFERS)).toMatchObject({ numerator: 1, denominator: 2, details: { invalid: 1 } });
});

test("customers are distinct, in the whole and within a kind: 1 of 2 customers, 2 of 4 offers", async () => {
  await offered("a,upsell,2024-03-01", "a,upsell,2024-03-02,2024-03-03", "a,cross_sell,2024-03-04,2024-03-05", "b,upsell,2024-03-06");
  const whole = await readOne(scope, OFFERS, { by: "kind" });
  expect(whole.details).toMatchObject({ offered: 4, accepted: 2, customersOffered: 2, customersAccepted: 1 });
  expect(partsOf(whole)).toEqual([
    ["cross_sell", 1],
    ["upsell", 1 / 3],
  ]);
  expect(whole.parts?.map(({ details }) => [details.customersOffered, details.customersAccepted])).toEqual([
    [1, 1],
    [2, 1],
  ]);
  const customers = await readOne(scope, CUSTOMERS, { by: "segment" });
  expect(customers).toMatchObject({ numerator: 1, denominator: 2, rows: 2 });
  expect(partsOf(customers)).toEqual([["SMB", 0.5]]);
  expect((await evidenceOf(scope, CUSTOMERS)).map(({ account, record, numerator }) => [account, record, numerator])).toEqual([
    ["a", "1", 1],
    ["b", "3", 0],
  ]);
});

test("without an offer there is no rate", async () => {
  expect((await readOne(scope, OFFERS)).value).toBeNull();
  expect((await readOne(scope, CUSTOMERS)).value).toBeNull();
});
