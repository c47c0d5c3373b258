import { createHash } from "node:crypto";
import { BUILT_IN } from "@/lib/health/config";
import { gridSql } from "@/lib/health/grid";
import { MEASURES } from "@/lib/health/registry";
import { Parameters } from "@/lib/ledger/parameters";

/** Changes with the text of the measures, their weights and their limits: days made by others are made again. Raise it where the arithmetic of a score changes. */
const ARITHMETIC = 1;

export const DEFINITION = createHash("sha256")
  .update(gridSql({ accounts: null, days: [], timeZone: "UTC" }, new Parameters()))
  .update(JSON.stringify([ARITHMETIC, BUILT_IN, MEASURES.map(({ face, inputs }) => [face, inputs(new Parameters(), "UTC")])]))
  .digest("hex")
  .slice(0, 16);
