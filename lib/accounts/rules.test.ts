import { expect, test } from "vitest";
import { explainMovements, type LedgerRow, reasonsWithin } from "@/lib/accounts/rules";

function row(on: string, delta: number, balance: number, currency = "USD"): LedgerRow {
  return { at: `${on}T00:00:00.000Z`, on, currency, delta, balance };
}

test("a life in five movements: new, grown, shrunk, gone, back", () => {
  const rows = [
    row("2025-01-01", 100, 100),
    row("2025-02-01", 50, 150),
    row("2025-03-01", -30, 120),
    row("2025-04-01", -120, 0),
    row("2025-06-01", 80, 80),
  ];
  expect(explainMovements(rows, []).map((movement) => movement.class)).toEqual([
    "new",
    "expansion",
    "contraction",
    "churn",
    "reactivation",
  ]);
});

test("what is left in another currency is still a customer", () => {
  // 100 USD and 40 EUR; the dollars go, the euros stay
  const rows = [row("2025-01-01", 100, 100), row("2025-01-02", 40, 40, "EUR"), row("2025-02-01", -100, 0)];
  expect(explainMovements(rows, []).map((movement) => movement.class)).toEqual(["new", "expansion", "contraction"]);
});

test("a movement carries what its subscriptions did at that very instant", () => {
  const events = [
    { at: "2025-01-01T00:00:00.000Z", words: "Team began" },
    { at: "2025-01-02T00:00:00.000Z", words: "something else" },
  ];
  expect(explainMovements([row("2025-01-01", 100, 100)], events)[0]?.reason).toBe("Team began");
  expect(explainMovements([row("2025-03-01", 100, 100)], events)[0]?.reason).toBeNull();
});

test("of many reasons in a month the newest two are told and the rest counted", () => {
  const events = ["01", "02", "03"].map((day) => ({ at: `2025-01-${day}T00:00:00.000Z`, words: `on the ${day}` }));
  const month = { startAt: "2025-01-01T00:00:00.000Z", endAt: "2025-02-01T00:00:00.000Z" };
  expect(reasonsWithin(events, month)).toBe("on the 03; on the 02; and 1 more");
  expect(reasonsWithin([], month)).toBeNull();
});
