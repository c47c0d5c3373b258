import { daysBetween } from "@/lib/kernel/period";
import { type Calendar, MONTHS } from "./calendar";
import { workingMoment } from "./hours";
import type { Life } from "./life";
import { companyNames } from "./names";
import { standingOn } from "./presence";
import type { Random } from "./random";
import type { Tale } from "./tale";

/** How often a delighted account speaks of the product in a month. */
const A_MONTH = 0.045;

/** Who told whom: the content speak well, some of whom they speak to become customers a few weeks later. */
export function referralRows(random: Random, told: readonly { life: Life; tale: Tale }[], calendar: Calendar) {
  const strangers = companyNames(random);
  const newcomers = told.map(({ life }) => life).sort((a, b) => a.startedOn.localeCompare(b.startedOn) || a.id.localeCompare(b.id));
  const referred = new Set<string>();
  return Array.from({ length: MONTHS + 1 }, (_, index) => index).flatMap((index) =>
    told.flatMap(({ life, tale }) => {
      const day = calendar.day(index, random.whole(0, 27));
      if (day > calendar.today || standingOn(life, day) === null || !random.chance(A_MONTH * Math.max(0, tale.content(day) - 0.68) * 4))
        return [];
      const came = newcomers.find(
        ({ id, startedOn }) =>
          !referred.has(id) && daysBetween(day, startedOn) >= 8 && daysBetween(day, startedOn) <= 70 && startedOn <= calendar.today,
      );
      const follows = came !== undefined && random.chance(0.42);
      if (follows) referred.add(came.id);
      const referredAt = workingMoment(random, calendar, day, life.region);
      if (referredAt >= calendar.now) return [];
      return [
        {
          externalId: `F-${life.id}-${index}`,
          account: life.id,
          referredAt,
          referredAccount: follows ? came.id : strangers.next().name,
          convertedAt: follows ? calendar.at(came.startedOn) : undefined,
        },
      ];
    }),
  );
}
