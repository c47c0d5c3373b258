import { expect, test } from "vitest";
import { helpText } from "./help";
import { commands } from "./registry";

test("help tells the usage of every command", async () => {
  const text = await helpText();
  for (const name of Object.keys(commands)) expect(text).toMatch(new RegExp(`^${name} `, "m"));
});
