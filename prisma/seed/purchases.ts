import { addDays } from "@/lib/kernel/period";
import type { Calendar } from "./calendar";
import { workingMoment } from "./hours";
import type { Life } from "./life";
import { standingOn } from "./presence";
import type { Random } from "./random";

/** What is sold once: a workshop, a migration, a set of scanners. In minor units. */
const GOODS = [95_000, 140_000, 240_000, 480_000] as const;

/** One account in seven has bought something besides its subscription, some of them more than once. */
export function purchaseRows(random: Random, life: Life, calendar: Calendar) {
  if (!random.chance(1 / 7)) return [];
  return Array.from({ length: random.whole(1, 4) }, (_, index) => {
    const day = addDays(life.startedOn, random.whole(10, 240) + index * random.whole(60, 260));
    return {
      externalId: `${life.id}-b${index + 1}`,
      account: life.id,
      at: workingMoment(random, calendar, day, life.region),
      amount: BigInt(random.pick(GOODS)),
      currency: life.currency,
      day,
    };
  })
    .filter(({ day, at }) => at < calendar.now && standingOn(life, day) !== null)
    .map(({ day: _, ...row }) => row);
}
