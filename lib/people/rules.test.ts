import fc from "fast-check";
import { expect, test } from "vitest";
import { browserOf, ownPath, passwordFault } from "@/lib/people/rules";
import { Email } from "@/lib/platform/email-address";

test.each([
  "12345678",
  "password",
  "Password1!",
  "PASSWORD123",
  "qwertyuiop",
  "aaaaaaaaaaaa",
  "abababab",
  "Customersuccess1",
  "short",
  "",
  "x".repeat(129),
])("%s is refused as a password", (password) => {
  expect(passwordFault(password)).toEqual(expect.any(String));
});

test.each(["correct horse battery", "лошадь батарея", "🐎🔋📎🧷 abc 12", "x y".repeat(42)])("%s is a password", (password) => {
  expect(passwordFault(password)).toBeNull();
});

test("length is counted in characters, not in the bytes they take", () => {
  // four horses are four characters, though eight UTF-16 units
  expect(passwordFault("🐎🔋📎🧷")).toMatch(/at least 8/);
});

test.each(["ada@example.com", "  ADA@Example.COM ", "ada+cs@mail.example.co.uk", "ädä@example.com"])("%s is an address", (address) => {
  expect(Email.safeParse(address).success).toBe(true);
});

test.each([
  "ada",
  "ada@",
  "@example.com",
  "a@b",
  "a@example.com, b@example.com",
  "Ada <ada@example.com>",
  "a\r\nbcc:b@example.com",
  'a"b@example.com',
  "ada@exаmple.com",
  "ada＠example.com",
  `${"a".repeat(65)}@example.com`,
])("%j is no address, nor two", (address) => {
  expect(Email.safeParse(address).success).toBe(false);
});

const LEADING_AWAY = [
  "//evil.example",
  "/\\evil.example",
  "\\\\evil.example",
  "https:evil.example",
  "https://evil.example",
  "javascript:alert(1)",
  "/\t/evil.example",
  "/\n//evil.example",
  "///evil.example",
  "/..//evil.example",
  "/%2f%2fevil.example/../..//evil.example",
  "http:/evil.example",
  " //evil.example",
  "",
  undefined,
  ["/a", "/b"],
];

test.each(LEADING_AWAY)("a way back of %j leads nowhere else", (next) => {
  expect(new URL(ownPath(next), "http://own.example").origin).toBe("http://own.example");
});

test("no path that anyone can write leads to another origin", () => {
  const pieces = fc.constantFrom(
    "/",
    "\\",
    "//",
    "evil.example",
    ":",
    "@",
    "..",
    "%2f",
    "%5c",
    "\t",
    "https:",
    "javascript:",
    "?",
    "#",
    " ",
    "a",
    "。",
    "／",
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 8 }),
      (parts) => new URL(ownPath(parts.join("")), "http://own.example").origin === "http://own.example",
    ),
    { numRuns: 2_000 },
  );
});

test("a path of ours is kept with its view", () => {
  expect(ownPath("/w/acme/overview?period=2026-10#bridge")).toBe("/w/acme/overview?period=2026-10#bridge");
});

test("a browser is told in two words", () => {
  expect(browserOf("Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0 Safari/537.36")).toBe(
    "Chrome on Linux",
  );
  expect(browserOf("")).toBe("A browser");
});
