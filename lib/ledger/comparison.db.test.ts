import { afterAll, beforeAll, expect, test } from "vitest";
import { compareRows, withoutTrace } from "@/lib/ledger/comparison";
import { closePool } from "@/lib/platform/pool";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText, rowsOf } from "@/tests/support/import";

beforeAll(async () => void (await testDatabase()));
afterAll(closePool);

test("what stands on one side only is counted, and what was done to find it is taken back", async () => {
  const scope = await aWorkspace();
  await importText(scope, "accounts", "externalId,name\na,A\nb,B\nc,C\n");
  const found = await withoutTrace(scope, async (sql) => {
    await sql("CREATE TEMP TABLE kept_account ON COMMIT DROP AS SELECT * FROM app.account");
    await sql("UPDATE app.account SET name = 'another' WHERE external_id = 'a'"); // on both sides
    await sql("DELETE FROM app.account WHERE external_id = 'b'"); // on one
    return compareRows(sql, "kept_account", "app.account");
  });
  expect(found).toEqual({ rows: 3, different: 3 });
  expect(await rowsOf(scope, "SELECT name FROM app.account ORDER BY 1")).toEqual([{ name: "A" }, { name: "B" }, { name: "C" }]);
});
