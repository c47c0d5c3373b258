import { expect, test } from "vitest";
import { unsafeSettings } from "@/lib/platform/unsafe.mjs";

test("mail comes from one address, with or without a name before it", () => {
  for (const MAIL_FROM of [
    "cs@example.org",
    "bellwether@localhost",
    "Bellwether <cs@example.org>",
    '"Acme, Inc." <cs@example.org>',
    "<cs@example.org>",
    undefined,
  ])
    expect(unsafeSettings({ MAIL_FROM })).toBeUndefined();
  for (const MAIL_FROM of [
    "nobody",
    "a@b@c.org",
    "Bellwether cs@example.org",
    "Bellwether <>",
    "a@example.org, b@example.org",
    "a@b.org\nBcc: c@d.org",
  ])
    expect(unsafeSettings({ MAIL_FROM })).toMatch(/^MAIL_FROM must be/);
});

test("the demo is wanted or not", () => {
  for (const BELLWETHER_DEMO of ["0", "1", undefined]) expect(unsafeSettings({ BELLWETHER_DEMO })).toBeUndefined();
  for (const BELLWETHER_DEMO of ["false", "no", "00"]) expect(unsafeSettings({ BELLWETHER_DEMO })).toMatch(/^BELLWETHER_DEMO must be 0/);
});
