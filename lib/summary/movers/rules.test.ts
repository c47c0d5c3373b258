import { expect, test } from "vitest";
import { causeOf, type MoverFacts } from "@/lib/summary/movers/rules";

const KNOWN: MoverFacts = {
  churnReason: "too expensive",
  offer: null,
  tickets: 5,
  signal: { words: "usage −51% in 28 days", fromDay: "2026-10-03" },
};
const churn = { class: "churn", by: -500, reason: "Team (5 seats) ended: too expensive" } as const;
const shrank = { class: "contraction", by: -200, reason: "Team: 9 to 7 seats" } as const;
const grew = { class: "expansion", by: 200, reason: "Team: 7 to 9 seats" } as const;

const words = (...given: Parameters<typeof causeOf>) => causeOf(...given).words;

test("a loss has one cause: what they said, else a risk that was raised, else many tickets, and each says where it comes from", () => {
  expect(words(churn, KNOWN)).toBe("“too expensive”");
  expect(words(churn, { ...KNOWN, churnReason: null })).toBe("since 3 Oct 2026: usage −51% in 28 days");
  expect(words(churn, { ...KNOWN, churnReason: null, signal: null })).toBe("before it: 5 tickets in 60 days");
});

test("where the records tell nothing, that is what is said; that a subscription ended is no cause of its end", () => {
  const nothing = { churnReason: null, offer: null, tickets: 2, signal: null };
  expect(words(churn, nothing)).toBe("no cause told");
  expect(words(shrank, nothing)).toBe("Team: 9 to 7 seats");
  expect(words({ ...shrank, reason: null }, nothing)).toBe("no cause told");
});

test("a gain comes of an offer they took, else of what changed, and never of a risk", () => {
  expect(words(grew, { ...KNOWN, offer: "upsell" })).toBe("took our upsell offer");
  expect(words(grew, KNOWN)).toBe("Team: 7 to 9 seats");
});
