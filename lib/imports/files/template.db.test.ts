import { expect, test } from "vitest";
import { templateOf } from "@/lib/imports/files/template";
import { kinds } from "@/lib/imports/registry";
import { testDatabase } from "@/tests/support/database";
import { aWorkspace, importText } from "@/tests/support/import";

await testDatabase();

test("the templates of all kinds, one after the other, are taken whole, and a second time change nothing", async () => {
  const scope = await aWorkspace({ currency: "CHF" });
  for (const [name, kind] of Object.entries(kinds)) {
    const text = templateOf(kind, scope);
    const first = await importText(scope, name, text);
    expect([name, first.reasons, first.inserted]).toEqual([name, {}, 1]);
    expect(await importText(scope, name, text)).toMatchObject({ read: 1, unchanged: 1, rejected: 0 });
  }
});
