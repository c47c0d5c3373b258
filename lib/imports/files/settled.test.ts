import { expect, test } from "vitest";
import { columnsOf } from "@/lib/imports/files/column";
import { readSample } from "@/lib/imports/files/sample";
import { cutAs, settlePicked } from "@/lib/imports/files/settled";
import type { ImportMap } from "@/lib/imports/map";
import { findKind } from "@/lib/imports/registry";

const kind = findKind("subscriptions");
const columns = async (text: string) => columnsOf(await readSample(Buffer.from(text), { whole: true }));
const map = (fields: ImportMap["fields"], decimal?: "." | ","): ImportMap => ({
  fields,
  csv: { delimiter: ";", ...(decimal ? { decimal } : {}) },
});

test("a column chosen by hand is read as it looks: its dates, its unit, its decimal mark, its words", async () => {
  const given = await columns("a;b;c\n15.03.2026;1.249,00;jährlich\n01.02.2026;99,90;monatlich\n");
  const picked = map({ startedAt: { column: "a" }, amount: { column: "b" }, interval: { column: "c" } }, ".");
  expect(settlePicked(kind, picked, given, ["startedAt", "amount", "interval"])).toEqual(
    map(
      {
        startedAt: { column: "a", format: "dd.MM.yyyy" },
        amount: { column: "b", unit: "major" },
        interval: { column: "c", values: { jährlich: "year", monatlich: "month" } },
      },
      ",",
    ),
  );
});

test("what was settled before stays, and what only a person can know is left to be asked", async () => {
  const given = await columns("a;b;c\n15.03.2026;1,234;5\n");
  const before = map({ startedAt: { column: "a" }, quantity: { column: "c" } }, ",");
  expect(settlePicked(kind, before, given, ["quantity"])).toEqual(before);
  const { fields, csv } = settlePicked(kind, { ...before, fields: { ...before.fields, amount: { column: "b" } } }, given, ["amount"]);
  expect(fields.startedAt).toEqual({ column: "a" });
  expect(csv.decimal).toBeUndefined(); // 1,234 is one and a bit, or a thousand and some
});

test("a map of a file with semicolons reads the rejected rows of that file, which have commas", () => {
  const saved: ImportMap = {
    ...map({ amount: { column: "b", unit: "major" } }, ","),
    csv: { delimiter: ";", encoding: "windows-1252", decimal: "," },
  };
  const cut = cutAs(saved, { delimiter: ",", encoding: "utf-8" });
  expect(cut).toEqual({ fields: saved.fields, csv: { delimiter: ",", decimal: "," } });
});
