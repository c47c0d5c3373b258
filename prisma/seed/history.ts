import type { Day } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import type { Life } from "./life";
import { accountOf } from "./rows";

type AccountRow = ReturnType<typeof accountOf>;

/** What changed about accounts after they came, in order of time: a change of owner on its day, of stage and seats at the month's start. */
export function changesOf(lives: readonly Life[], calendar: Calendar): { day: Day; accounts: AccountRow[] }[] {
  const months = Array.from({ length: MONTHS }, (_, index) => calendar.month(index + 1));
  const handovers = lives.flatMap(({ owners }) => owners.flatMap((owner) => ("from" in owner ? [owner.from] : [])));
  const days = [...new Set([...months, ...handovers, calendar.today])].filter((day) => day <= calendar.today).sort();
  const before = new Map(lives.map((life) => [life.id, print(accountOf(life, calendar, life.startedOn))]));
  return days.flatMap((day) => {
    const accounts = lives.filter(({ startedOn }) => startedOn < day).map((life) => accountOf(life, calendar, day));
    const changed = accounts.filter((row) => before.get(row.externalId) !== print(row));
    for (const row of changed) before.set(row.externalId, print(row));
    return changed.length > 0 ? [{ day, accounts: changed }] : [];
  });
}

function print({ ownerEmail, stage, seats }: AccountRow): string {
  return `${ownerEmail} ${stage} ${seats}`;
}
