import type { Band } from "@/lib/kernel/health-score";
import type { Day } from "@/lib/kernel/period";
import type { PortfolioCell, TaskLoad } from "@/lib/portfolio/data";
import { accountWeight } from "@/lib/portfolio/load";

/** What one owner has to look after. Money is in minor units of the workspace's currency, a month; `owner` null is nobody. */
export type OwnerLine = {
  owner: string | null;
  accounts: number;
  mrr: number;
  unpriced: number;
  atRisk: { accounts: number; mrr: number };
  /** At risk, and not touched lately. */
  untouched: { accounts: number; mrr: number };
  tasks: { open: number; overdue: number };
  load: { accounts: number; tasks: number; all: number };
};

/** What is at risk and on watch among the accounts whose next renewal falls into one quarter, by its first day; null: no open renewal is known. */
export type QuarterRisk = { quarter: Day | null; red: Risk; yellow: Risk; unpriced: number };

type Risk = { accounts: number; mrr: number };

/** The quarters in which somebody at risk or on watch renews, the first first and those without a renewal last. */
export function riskByQuarter(cells: readonly PortfolioCell[]): QuarterRisk[] {
  const risky = cells.filter(({ band }) => band === "red" || band === "yellow");
  const sum = (some: readonly PortfolioCell[]) => ({
    accounts: some.reduce((all, { accounts }) => all + accounts, 0),
    mrr: some.reduce((all, { mrr }) => all + mrr, 0),
  });
  return [...new Set(risky.map(({ quarter }) => quarter))]
    .sort((one, other) => ((one ?? "9999") < (other ?? "9999") ? -1 : 1))
    .map((quarter) => {
      const due = risky.filter((cell) => cell.quarter === quarter);
      return {
        quarter,
        red: sum(due.filter(({ band }) => band === "red")),
        yellow: sum(due.filter(({ band }) => band === "yellow")),
        unpriced: due.reduce((all, { unpriced }) => all + unpriced, 0),
      };
    });
}

/** Each owner's line, the largest money first; whoever has tasks and no account is there too, and nobody comes last. */
export function linesOf(cells: readonly PortfolioCell[], tasks: readonly TaskLoad[]): OwnerLine[] {
  const owners = [...new Set([...cells.map(({ owner }) => owner), ...tasks.map(({ owner }) => owner)])];
  return owners
    .map((owner) =>
      lineOf(
        owner,
        cells.filter((cell) => cell.owner === owner),
        tasks.find((each) => each.owner === owner),
      ),
    )
    .sort((one, other) => Number(one.owner === null) - Number(other.owner === null) || other.mrr - one.mrr);
}

/** All the lines together. */
export function totalOf(lines: readonly OwnerLine[]): OwnerLine {
  const sum = (pick: (line: OwnerLine) => number) => lines.reduce((all, line) => all + pick(line), 0);
  return {
    owner: null,
    accounts: sum((line) => line.accounts),
    mrr: sum((line) => line.mrr),
    unpriced: sum((line) => line.unpriced),
    atRisk: { accounts: sum((line) => line.atRisk.accounts), mrr: sum((line) => line.atRisk.mrr) },
    untouched: { accounts: sum((line) => line.untouched.accounts), mrr: sum((line) => line.untouched.mrr) },
    tasks: { open: sum((line) => line.tasks.open), overdue: sum((line) => line.tasks.overdue) },
    load: { accounts: sum((line) => line.load.accounts), tasks: sum((line) => line.load.tasks), all: sum((line) => line.load.all) },
  };
}

function lineOf(owner: string | null, cells: readonly PortfolioCell[], tasks: TaskLoad | undefined): OwnerLine {
  const sum = (pick: (cell: PortfolioCell) => number, band?: Band) =>
    cells.filter((cell) => band === undefined || cell.band === band).reduce((all, cell) => all + pick(cell), 0);
  const load = { accounts: sum(({ accounts, segment, band }) => accounts * accountWeight(segment, band)), tasks: tasks?.weight ?? 0 };
  return {
    owner,
    accounts: sum(({ accounts }) => accounts),
    mrr: sum(({ mrr }) => mrr),
    unpriced: sum(({ unpriced }) => unpriced),
    atRisk: { accounts: sum(({ accounts }) => accounts, "red"), mrr: sum(({ mrr }) => mrr, "red") },
    untouched: { accounts: sum(({ untouched }) => untouched, "red"), mrr: sum(({ untouchedMrr }) => untouchedMrr, "red") },
    tasks: { open: tasks?.open ?? 0, overdue: tasks?.overdue ?? 0 },
    load: { ...load, all: load.accounts + load.tasks },
  };
}
