import { after, type Cut, count, days, isIn, isSeen } from "./cut";
import { type Expected, quotient } from "./expected";
import type { Life, StartedAccount } from "./life";
import { survivalMedian } from "./spread";

/** How long accounts that started in a period took to their first value (metrics.md 13; interfaces.md, rule 14). */
export function value(life: Life, cut: Cut): Record<string, Expected> {
  const started = life.accounts
    .map((account) => ({ start: startOf(life, account), values: valuesOf(life, account, cut) }))
    .flatMap(({ start, values }) => (isIn(start, cut) && start !== null ? [{ start, reached: reachedAt(values, start) }] : []));
  const valid = started.filter(({ start, reached }) => reached === null || reached >= start);
  const reached = valid.filter((one) => one.reached !== null);
  const old = valid.filter(({ start }) => after(start, life.rules.value_within_days) <= cut.asOf);
  const inTime = old.filter((one) => one.reached !== null && one.reached <= after(one.start, life.rules.value_within_days));
  const invalid = count(started.filter((one) => !valid.includes(one)));
  return {
    "time-to-value": {
      value: survivalMedian(valid.map(({ start, reached }) => ({ time: days(start, reached ?? cut.asOf), happened: reached !== null }))),
      details: { accounts: count(valid), reached: count(reached), invalid },
    },
    "value-reached-share": quotient(count(inTime), count(old), { eligible: count(old), invalid }),
  };
}

function startOf({ subscriptions }: Life, { externalId, startedAt }: StartedAccount): Date | null {
  const first = subscriptions.filter(({ account }) => account === externalId).map((one) => one.startedAt);
  return startedAt ?? first.sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
}

function valuesOf({ milestones }: Life, { externalId }: StartedAccount, cut: Cut): Date[] {
  const reached = milestones.filter(({ account, kind, at }) => account === externalId && kind === "first_value" && isSeen(at, cut));
  return reached.map(({ at }) => at).sort((a, b) => a.getTime() - b.getTime());
}

// The first from the start on; one before it only where there is no other, which cannot be and is told.
function reachedAt(values: readonly Date[], start: Date): Date | null {
  return values.find((at) => at >= start) ?? values[0] ?? null;
}
