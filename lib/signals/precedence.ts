import { AHEAD_DAYS } from "@/lib/health/back-test/history";
import { readSpells, type Spell, spellOn } from "@/lib/health/back-test/spells";
import { clusteredShare } from "@/lib/kernel/clustered-share";
import { addDays, addMonths, type Day } from "@/lib/kernel/period";
import { ratio } from "@/lib/kernel/ratio";
import { dayAt } from "@/lib/kernel/zone";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { SIGNALS } from "@/lib/signals/registry";

/** So many openings are needed before anything is said. */
const NEEDED = 10;

/** How often a signal came before a churn. */
export type Precedence = {
  readonly kind: string;
  /** How often it opened at a paying account, the 90 days after being over, and how often the account left within them. */
  readonly openings: number;
  readonly churned: number;
  /** churned ÷ openings, with the 95 % interval that takes an account's openings for one group; null below ten. */
  readonly share: number | null;
  readonly interval: readonly [number, number] | null;
  /** Of all paying accounts at the ends of the months since it first opened, how many left within 90 days; null without any. */
  readonly base: number | null;
  /** Whether churn follows it more or less often than it follows anything, or neither can be told from the other. */
  readonly verdict: "more" | "less" | "no difference" | "cannot tell yet";
};

type Opening = { accountId: string; kind: string; day: Day };

type Paid = ReadonlyMap<string, readonly Spell[]>;

/**
 * For every signal, of its openings over history, the share after which the account's MRR fell to 0 on one of the next 90 days, against that of all paying
 * accounts. An opening at an account that pays nothing counts for nothing, nor does one whose 90 days are not over. In the order of the registry.
 */
export async function readPrecedence(sql: Sql, scope: Pick<Scope, "timeZone">, asOf: Date): Promise<Precedence[]> {
  const today = dayAt(asOf, scope.timeZone);
  const paid = await readSpells(sql, asOf);
  const openings = await sql<Opening>(
    `SELECT account_id::text AS "accountId", kind, from_day::text AS day FROM app.signal WHERE from_day + ${AHEAD_DAYS} < $1::date ORDER BY from_day`,
    [today],
  );
  const months = byMonth(paid, openings[0]?.day ?? today, today);
  return SIGNALS.map(({ face }) =>
    judged(
      face.id,
      openings.filter(({ kind }) => kind === face.id),
      paid,
      months,
    ),
  );
}

function judged(kind: string, openings: readonly Opening[], paid: Paid, months: readonly Month[]): Precedence {
  const groups = new Map<string, { part: number; whole: number }>();
  for (const { accountId, day } of openings) {
    const spell = spellOn(paid.get(accountId), day);
    if (spell === undefined) continue;
    const { part, whole } = groups.get(accountId) ?? { part: 0, whole: 0 };
    groups.set(accountId, { part: part + Number(leaves(spell, day)), whole: whole + 1 });
  }
  const sum = (of: (group: { part: number; whole: number }) => number) =>
    [...groups.values()].reduce((total, group) => total + of(group), 0);
  const [churned, all] = [sum(({ part }) => part), sum(({ whole }) => whole)];
  const since = months.filter(({ day }) => day >= (openings[0]?.day ?? ""));
  const base = ratio(
    since.reduce((total, month) => total + month.churned, 0),
    since.reduce((total, month) => total + month.paying, 0),
  );
  const told = all < NEEDED ? null : clusteredShare([...groups.values()]);
  const interval = told?.interval ?? null;
  return { kind, openings: all, churned, share: told?.value ?? null, interval, base, verdict: verdictOf(interval, base) };
}

function verdictOf(interval: Precedence["interval"], base: number | null): Precedence["verdict"] {
  if (interval === null || base === null) return "cannot tell yet";
  if (interval[0] > base) return "more";
  return interval[1] < base ? "less" : "no difference";
}

function leaves({ untilDay }: Spell, day: Day): boolean {
  return untilDay !== null && untilDay <= addDays(day, AHEAD_DAYS);
}

type Month = { readonly day: Day; readonly paying: number; readonly churned: number };

/** Every month's last day from a day on whose 90 days are over: how many paid at its end, and how many of them left. */
function byMonth(paid: Paid, from: Day, today: Day): Month[] {
  const months: Month[] = [];
  for (let day = lastOfMonth(from); addDays(day, AHEAD_DAYS) < today; day = lastOfMonth(addDays(day, 1))) {
    const spells = [...paid.values()].flatMap((each) => spellOn(each, day) ?? []);
    months.push({ day, paying: spells.length, churned: spells.filter((spell) => leaves(spell, day)).length });
  }
  return months;
}

function lastOfMonth(day: Day): Day {
  return addDays(addMonths(`${day.slice(0, 7)}-01`, 1), -1);
}
