import { expect, test } from "vitest";
import { accountsFile } from "@/app/w/[workspace]/accounts/file/accounts-file";
import type { ListedAccount } from "@/lib/accounts/data";

const ACCOUNT: ListedAccount = {
  ...{ id: "1", externalId: "=A-1", name: "=Acorn", segment: null, plan: "Pro", owner: "ann@x.test", region: null, stage: null },
  ...{
    industry: null,
    country: null,
    domain: null,
    state: "customer",
    mrr: 123_456,
    seats: 5,
    renewsOn: "2026-12-01",
    movedOn: "2026-01-01",
  },
  ...{
    movedBy: -500,
    movedCurrency: "JPY",
    sinceOn: null,
    band: "red",
    score: 12.5,
    touchedOn: null,
    tickets: 2,
    nps: 0,
    usage: 0.5,
    signals: 0,
  },
};

test("a file has the columns that are seen, in their order, and names its currency", () => {
  const { head, line } = accountsFile(["health", "mrr", "moved", "nps"], "USD");
  expect(head).toBe('"Account","State","Health","Score","MRR (USD)","Last movement","Moved by","Moved in","NPS"\r\n');
  expect(line({ ...ACCOUNT, name: "Acorn" })).toBe('"Acorn","Customer","At risk",12.5,1234.56,"2026-01-01",-500,"JPY",0\r\n');
});

test("what a spreadsheet would run is words in it", () => {
  expect(accountsFile(["id", "plan"], "USD").line(ACCOUNT)).toBe(`"'=Acorn","Customer","'=A-1","Pro"\r\n`);
});

test("who pays nothing now has no MRR left, and who cannot be priced has none that is known", () => {
  const { line } = accountsFile(["mrr"], "USD");
  expect(line({ ...ACCOUNT, name: "B", state: "churned", mrr: null })).toBe('"B","Churned",0\r\n');
  expect(line({ ...ACCOUNT, name: "B", mrr: null })).toBe('"B","Customer",\r\n');
});
