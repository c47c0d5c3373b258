import { expect, test } from "vitest";
import type { PortfolioCell } from "@/lib/portfolio/data";
import { accountWeight } from "@/lib/portfolio/load";
import { linesOf, totalOf } from "@/lib/portfolio/rules";

const cell = (more: Partial<PortfolioCell>): PortfolioCell => ({
  owner: "ada@acme.test",
  segment: "SMB",
  band: "green",
  quarter: null,
  accounts: 1,
  mrr: 100,
  unpriced: 0,
  untouched: 0,
  untouchedMrr: 0,
  ...more,
});

test("an account weighs by its segment and its health", () => {
  expect(accountWeight("Enterprise", "red")).toBe(6); // 3 × 2
  expect(accountWeight("Mid-market", "yellow")).toBe(3); // 2 × 1.5
  expect(accountWeight("SMB", "green")).toBe(1);
  expect(accountWeight(null, "unknown")).toBe(1);
});

test("an owner's line adds up what they have, and their load is accounts and tasks together", () => {
  const cells = [
    cell({ accounts: 4, mrr: 400 }),
    cell({ segment: "Enterprise", band: "red", accounts: 2, mrr: 900, untouched: 1, untouchedMrr: 300 }),
    cell({ band: "yellow", accounts: 2, mrr: 50, untouched: 2, untouchedMrr: 50 }),
  ];
  const [line] = linesOf(cells, [{ owner: "ada@acme.test", open: 3, overdue: 1, weight: 5 }]);
  expect(line).toEqual({
    owner: "ada@acme.test",
    accounts: 8,
    mrr: 1_350,
    unpriced: 0,
    atRisk: { accounts: 2, mrr: 900 },
    untouched: { accounts: 1, mrr: 300 }, // of those at risk alone
    tasks: { open: 3, overdue: 1 },
    load: { accounts: 19, tasks: 5, all: 24 }, // 4 × 1 + 2 × 6 + 2 × 1.5, and the tasks' 5
  });
});

test("the largest money comes first and nobody last; who has tasks alone is there too", () => {
  const lines = linesOf(
    [cell({ owner: null, mrr: 9_000 }), cell({ owner: "b", mrr: 1 }), cell({ owner: "c", mrr: 2 })],
    [{ owner: "d", open: 1, overdue: 0, weight: 1 }],
  );
  expect(lines.map(({ owner }) => owner)).toEqual(["c", "b", "d", null]);
  expect(totalOf(lines)).toMatchObject({ accounts: 3, mrr: 9_003, tasks: { open: 1 }, load: { all: 4 } });
});
