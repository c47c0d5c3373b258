import { expect, test } from "vitest";
import { columnsOf } from "@/lib/imports/files/column";
import { readSample } from "@/lib/imports/files/sample";
import { guessKind, suggestMap } from "@/lib/imports/files/suggest";
import { templateOf } from "@/lib/imports/files/template";
import type { Kind } from "@/lib/imports/kind";
import { kinds } from "@/lib/imports/registry";

const all: Kind[] = Object.values(kinds);

test.each(all)("$name: the example speaks of fields that there are, and of all that are needed", ({ fields, example, either }) => {
  const told = Object.keys(example).map((column) => column.split(".")[0] ?? "");
  expect(told.filter((field) => !fields[field])).toEqual([]);
  const needed = Object.entries(fields).filter(([, { required }]) => required);
  expect(needed.filter(([field]) => !told.includes(field))).toEqual([]);
  expect(either.length === 0 || either.some((field) => told.includes(field))).toBe(true);
});

test.each(all)("$name: the template is known for what it is, and every column for its field", async (kind) => {
  const sample = await readSample(Buffer.from(templateOf(kind, { currency: "EUR" })), { whole: true });
  const columns = columnsOf(sample);
  expect(guessKind(columns, `${kind.name}-template.csv`).name).toBe(kind.name);
  const mapped = Object.entries(suggestMap(kind, columns, sample).fields).map(([field, { column }]) => [field, column]);
  const own = Object.keys(kind.fields).filter((field) => field !== "attributes");
  expect(mapped).toEqual(own.map((field) => [field, field]));
});
