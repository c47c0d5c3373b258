import { createHash } from "node:crypto";
import { askedOf } from "@/lib/health/asked";
import { BUILT_IN } from "@/lib/health/config";
import { gridSql } from "@/lib/health/grid";
import { MEASURES } from "@/lib/health/registry";
import { toldSql } from "@/lib/health/told";
import { Parameters } from "@/lib/ledger/parameters";

/** Changes with the text of the measures, their weights and their limits: days made by others are made again. Raise it where the arithmetic of a score changes. */
const ARITHMETIC = 2;

const NOTHING = { accounts: null, days: [], timeZone: "UTC" };
const asked = askedOf(NOTHING, new Parameters());

export const DEFINITION = createHash("sha256")
  .update(gridSql(NOTHING, new Parameters()))
  .update(toldSql(NOTHING, new Parameters()))
  .update(JSON.stringify([ARITHMETIC, BUILT_IN, MEASURES.map(({ face, inputs }) => [face, inputs(asked)])]))
  .digest("hex")
  .slice(0, 16);
