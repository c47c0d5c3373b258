import type { Calendar } from "./calendar";
import type { Life, Segment } from "./life";
import type { Random } from "./random";
import { DANIEL, HANA, KWAME, LUCAS, MARGUERITE, PRIYA, SOFIA, TOBIAS } from "./team";

/** The month Daniel moved on and Lucas took over his book. */
const HANDOVER = 21;

/** Who looks after an account: by region and size, with the handover of one book and now and then a change for its own reasons. */
export function ownersOf(random: Random, calendar: Calendar, segment: Segment, region: string): Life["owners"] {
  const first = firstOwner(random, segment, region);
  if (first === DANIEL) return [{ email: DANIEL }, { email: LUCAS, from: calendar.day(HANDOVER, 6) }];
  if (random.chance(0.07))
    return [
      { email: first },
      {
        email: random.pick([PRIYA, SOFIA, KWAME, HANA].filter((email) => email !== first)),
        from: calendar.month(random.whole(12, 35)),
      },
    ];
  return [{ email: first }];
}

function firstOwner(random: Random, segment: Segment, region: string): string {
  if (segment === "Enterprise")
    return random.pick([PRIYA, SOFIA, random.chance(0.25) ? MARGUERITE : PRIYA, random.chance(0.25) ? TOBIAS : SOFIA]);
  if (region === "Europe") return random.pick([SOFIA, KWAME]);
  if (region === "Asia Pacific") return HANA;
  return random.pick([PRIYA, DANIEL, KWAME, HANA, DANIEL]);
}
