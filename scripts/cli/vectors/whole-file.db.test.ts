import { existsSync } from "node:fs";
import { afterAll, expect, test } from "vitest";
import { closePool } from "@/lib/platform/pool";
import { testDatabase } from "@/tests/support/database";
import { command } from "../vectors";

const FILE = "../shared/vectors/vectors.json";
const absent = existsSync(FILE) ? "" : ` (absent: ${FILE})`;

await testDatabase();
afterAll(closePool);

test.skipIf(absent)(`every vector there is passes${absent}`, async () => {
  const lines: string[] = [];
  const code = await command.run([FILE], { json: () => {}, say: () => {}, line: (text) => lines.push(text) });
  expect({ code, lines }).toEqual({ code: 0, lines: [expect.stringMatching(/^[1-9]\d* passed, 0 failed$/)] });
});
