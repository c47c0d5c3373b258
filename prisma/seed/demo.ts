import type { Day } from "@/lib/kernel/period";
import { type Calendar, calendarOf } from "./calendar";
import { chanceLives } from "./chance";
import { CHANCE_ACCOUNTS } from "./distributions";
import type { Life } from "./life";
import { randomOf } from "./random";
import { monthlyRates } from "./rates";
import { stories } from "./stories/registry";

export const DEMO_SEED = "bellwether";
export const DEMO_ZONE = "America/New_York";

export type Demo = { calendar: Calendar; lives: Life[]; rates: ReturnType<typeof monthlyRates> };

/** The demo workspace's accounts up to a day, and to a moment of it where one is given. The same always give the same. */
export function demo(today: Day, { seed = DEMO_SEED, now }: { seed?: string; now?: Date } = {}): Demo {
  const calendar = calendarOf(today, DEMO_ZONE, now);
  const written = stories.flatMap((story) => story(calendar));
  const lives = [...written, ...chanceLives(seed, calendar, CHANCE_ACCOUNTS)];
  return { calendar, lives, rates: monthlyRates(randomOf(`${seed} rates`), calendar) };
}
