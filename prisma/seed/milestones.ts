import { addDays } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { workingMoment } from "./hours";
import type { Life } from "./life";
import { stretchesOf } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";

/** The first steps of an account: the kick-off, the first day that was worth it, and everybody at work. Who hardly uses the product gets there late or never. */
export function milestoneRows(random: Random, { life, tale }: { life: Life; tale: Tale }, calendar: Calendar) {
  const from = life.startedOn;
  const until = stretchesOf(life)[0]?.until ?? addDays(calendar.today, 1);
  const use = tale.use(addDays(from, 30));
  const kickOff = addDays(from, random.whole(1, life.segment === "SMB" ? 5 : 14));
  const size = { SMB: 8, "Mid-market": 12.5, Enterprise: 20 }[life.segment];
  const firstValue = addDays(from, Math.max(1, Math.round(random.logNormal(size * (1.45 - 0.6 * Math.min(1, use)), 0.75))));
  const goLive = addDays([kickOff, firstValue].sort()[1] ?? firstValue, random.whole(6, 45));
  const reached = use <= 0 ? 0 : random.chance(Math.min(0.96, 0.78 + 0.25 * use)) ? 3 : 1;
  return [
    { kind: "kick_off", day: kickOff },
    { kind: "first_value", day: firstValue },
    { kind: "go_live", day: goLive },
  ]
    .slice(0, reached)
    .filter(({ day }) => day < until)
    .map(({ kind, day }) => ({ account: life.id, kind, at: workingMoment(random, calendar, day, life.region) }))
    .filter(({ at }) => at < calendar.now);
}
