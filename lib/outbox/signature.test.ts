import { createHmac } from "node:crypto";
import { expect, test } from "vitest";
import { seal, unseal } from "@/lib/outbox/secret";
import { signatureOf } from "@/lib/outbox/signature";

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
process.env.DATABASE_URL = "postgres://nobody@nowhere.invalid/none"; // the environment is read as a whole

const PLACE = { workspaceId: "w", endpointId: "e" };

test("a signature is the HMAC of its second and the body, once for each secret", () => {
  const at = new Date("2026-11-20T12:00:00.900Z");
  const hex = (secret: string) => createHmac("sha256", secret).update('1795176000.{"a":1}').digest("hex");
  expect(signatureOf('{"a":1}', ["new", "former"], at)).toBe(`t=1795176000,v1=${hex("new")},v1=${hex("former")}`);
});

test("a sealed secret opens for its own endpoint alone, and not once a byte is another", () => {
  const sealed = seal("whsec_x", PLACE);
  expect(sealed).not.toContain("whsec");
  expect(seal("whsec_x", PLACE)).not.toBe(sealed);
  expect(unseal(sealed, PLACE)).toBe("whsec_x");
  for (const other of [
    { ...PLACE, workspaceId: "other" },
    { ...PLACE, endpointId: "other" },
  ])
    expect(() => unseal(sealed, other)).toThrow("cannot be opened");
  expect(() => unseal(`${sealed.slice(0, -2)}AA`, PLACE)).toThrow("cannot be opened");
});
