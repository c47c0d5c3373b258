import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { deviceMark, knownDevice } from "@/lib/platform/device";
import { type Attempt, signIn } from "@/lib/platform/sign-in";
import { testDatabase } from "@/tests/support/database";
import { PASSWORD, peopled } from "@/tests/support/people";

process.env.NEXTAUTH_SECRET = "a secret for the tests alone, 40 letters";
const { adminUrl } = await testDatabase();
const admin = new pg.Client({ connectionString: adminUrl });
await admin.connect();
afterAll(() => admin.end());

const EMAIL = "owner-1@guessed.test";
const HOUR = 3_600_000;
await peopled("guessed", ["owner"]);

function attempt(given: Partial<Attempt>): Promise<"opened" | "wrong" | "limited"> {
  return signIn({ email: EMAIL, password: "a wrong guess", client: "198.51.100.1", device: null, agent: "", ...given }).then(
    (opened) => (opened ? "opened" : "wrong"),
    (error: Error & { code?: string }) => {
      if (error.code === "limited") return "limited";
      throw error;
    },
  );
}

/** Tries that were hashed, which the log of sign-ins counts one by one. */
async function hashed(column: "email" | "address", value: string): Promise<number> {
  const { rows } = await admin.query(`SELECT count(*)::int AS n FROM identity.sign_in WHERE ${column} = $1`, [value]);
  return rows[0].n;
}

async function inOneWindow(milliseconds: number, work: () => Promise<void>): Promise<void> {
  const left = milliseconds - (Date.now() % milliseconds);
  if (left < 30_000) await new Promise((go) => setTimeout(go, left));
  await work();
}

test("ten thousand guesses at one account from many addresses test a hundred passwords, and its owner still gets in", async () => {
  await inOneWindow(HOUR / 4, async () => {
    for (let batch = 0; batch < 1_000; batch += 1) {
      await Promise.all(Array.from({ length: 10 }, (_, n) => attempt({ client: `203.0.113.${(batch * 10 + n) % 250}` })));
    }
    expect(await hashed("email", EMAIL)).toBeLessThanOrEqual(100);
    expect(await attempt({ password: PASSWORD, client: "192.0.2.7" })).toBe("limited");
    const device = knownDevice(deviceMark(EMAIL), EMAIL);
    expect(await attempt({ password: PASSWORD, client: "192.0.2.7", device })).toBe("opened");
  });
}, 120_000);

test("one address tests ten passwords of an account, and never uses up what is left to others", async () => {
  const email = "somebody@guessed.test";
  const answers = [];
  for (let n = 0; n < 500; n += 1) answers.push(await attempt({ email, client: "198.51.100.9" }));
  expect(answers.filter((answer) => answer === "wrong")).toHaveLength(10);
  expect(await attempt({ email, client: "198.51.100.10" })).toBe("wrong");
});

test("one address tests a hundred passwords of all accounts together", async () => {
  for (let n = 0; n < 400; n += 1) await attempt({ email: `person-${n}@guessed.test`, client: "198.51.100.20" });
  expect(await hashed("address", "198.51.100.20")).toBeLessThanOrEqual(100);
}, 60_000);

test("sign-ins that succeed are not counted: an office behind one address works", async () => {
  await peopled("office", ["owner"]);
  for (let n = 0; n < 15; n += 1)
    expect(await attempt({ email: "owner-1@office.test", password: PASSWORD, client: "198.51.100.30" })).toBe("opened");
}, 60_000);

test("a browser's mark is for one account and cannot be made up", () => {
  const mark = deviceMark(EMAIL);
  expect(knownDevice(mark, EMAIL)).toEqual(expect.any(String));
  for (const forged of [undefined, "", "a.b", `${mark}x`, `x${mark}`, mark.replace(".", ".."), mark.split(".")[0]])
    expect(knownDevice(forged, EMAIL)).toBeNull();
  expect(knownDevice(mark, "another@guessed.test")).toBeNull();
});

test("a password of a megabyte is refused without being hashed", async () => {
  expect(await attempt({ password: "x".repeat(1_000_000), client: "198.51.100.40" })).toBe("wrong");
  expect(await hashed("address", "198.51.100.40")).toBe(0);
});
