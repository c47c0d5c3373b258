import { addDays, type Day } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { workingMoment } from "./hours";
import type { Life, Segment } from "./life";
import { stretchesOf } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";
import { ownerOn, warmthOf } from "./touches";
import { PULSES } from "./words/care";

/** After how many days a CSM says anew how an account feels, and whose feeling is asked at all. */
const EVERY: Record<Segment, number> = { SMB: 80, "Mid-market": 55, Enterprise: 38 };
const ASKED: Record<Segment, number> = { SMB: 0.35, "Mid-market": 0.8, Enterprise: 1 };

/** What a CSM has noticed by a day is what was so some weeks before. */
const NOTICED_AFTER = 12;

/** How much colder an account feels that has stopped to answer. */
const SILENCE = 0.2;

/** How the team felt about an account while it was a customer, 1 to 5. Everybody in a story is asked about. */
export function pulseRows(random: Random, { life, tale }: { life: Life; tale: Tale }, calendar: Calendar) {
  if (!random.chance(ASKED[life.segment]) && life.tale === undefined) return [];
  return stretchesOf(life).flatMap(({ from, until = addDays(calendar.today, 1) }) => {
    const days: Day[] = [];
    for (
      let day = addDays(from, 21 + random.whole(0, 20));
      day < until;
      day = addDays(day, Math.round(EVERY[life.segment] * random.between(0.75, 1.2)))
    )
      days.push(day);
    return days.map((day) => pulseOf(random, { life, tale, day }, calendar)).filter(({ at }) => at < calendar.now);
  });
}

function pulseOf(random: Random, { life, tale, day }: { life: Life; tale: Tale; day: Day }, calendar: Calendar) {
  const noticed = [addDays(day, -NOTICED_AFTER), life.startedOn].sort()[1] ?? day;
  const felt =
    warmthOf(tale, noticed) + random.normal(0, 0.06) - (tale.silentFrom !== undefined && noticed >= tale.silentFrom ? SILENCE : 0);
  const rating = 1 + Math.round(4 * Math.min(1, Math.max(0, (felt - 0.25) / 0.65)));
  return {
    account: life.id,
    rating,
    note: random.pick(PULSES[rating - 1] ?? [""]),
    author: ownerOn(life, day),
    at: workingMoment(random, calendar, day, life.region),
  };
}
