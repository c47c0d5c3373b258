import { expect, test } from "vitest";
import { aheadOf, asOther, isOfAnother } from "@/app/w/[workspace]/data/files/[fileId]/ahead";
import type { Reading } from "@/lib/imports/files/view";
import type { ImportMap } from "@/lib/imports/map";

const face = (name: string) =>
  ({ name, label: name, read: "text", required: false, refersTo: null, words: null, foreign: [], formats: [] }) as const;
const map = (fields: ImportMap["fields"]): ImportMap => ({ fields, csv: { delimiter: ";" } });
const answered: Reading = {
  kind: "accounts",
  source: "upload",
  map: map({}),
  from: "guessed",
  sources: [],
  columns: [],
  unused: [],
  fields: [
    { ...face("name"), origin: null },
    { ...face("plan"), origin: null },
  ],
  questions: [],
  missing: [],
  problem: null,
  preview: { fields: [], rows: [] },
  takesAttributes: true,
};

test("a second choice is made on top of the first, though the file was not read again in between", () => {
  const once = aheadOf(answered, { kind: "accounts", source: "crm", map: map({ name: { column: "Firma" } }), picked: ["name"] });
  expect(once.fields.map(({ origin }) => origin)).toEqual([{ column: "Firma" }, null]);
  expect(once.source).toBe("crm");
  const twice = { ...once.map, fields: { ...once.map.fields, plan: { column: "Tarif" } } };
  expect(Object.keys(twice.fields)).toEqual(["name", "plan"]);
});

test("nothing is chosen on top of fields of other records or columns of another cut", () => {
  expect(isOfAnother({ kind: "tickets", source: null, map: null, picked: [] })).toBe(true);
  expect(isOfAnother({ kind: "tickets", source: null, map: map({}), picked: [] })).toBe(true);
  expect(isOfAnother({ kind: "accounts", source: null, map: map({ name: { column: "Firma" } }), picked: [] })).toBe(false);
});

test("other records leave the file's delimiter and encoding as they were chosen; how its numbers are written is found anew", () => {
  const chosen: ImportMap = {
    fields: { name: { column: "Firma" } },
    csv: { delimiter: "\t", encoding: "windows-1252", decimal: "." },
  };
  const draft = { source: "crm", picked: [], ...asOther("tickets", chosen) };
  expect(draft.map).toEqual({ fields: {}, csv: { delimiter: "\t", encoding: "windows-1252" } });
  expect(isOfAnother(draft)).toBe(true);
  expect(aheadOf(answered, draft)).toMatchObject({ kind: "tickets", source: "crm", map: draft.map });
});
