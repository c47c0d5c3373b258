import { daysBetween } from "@/lib/kernel/period";
import type { Life } from "./life";
import { stretchesOf } from "./presence";
import type { Random } from "./random";

/** What keeps: whoever puts the week's work into it comes back to it every week. */
const KEEPING = "Shift planner";

/** Of those who stay longer than this, so many take it up; of those who leave earlier, so few. */
const LONG = 300;
const TAKE_UP = { long: 0.82, short: 0.2 };

/** Who stays mostly came to plan in the product, and who leaves early mostly did not. */
export function withHabits(random: Random, life: Life): Life {
  const [first] = stretchesOf(life);
  const isLong = first?.until === undefined || daysBetween(first.from, first.until) > LONG;
  if (random.chance(isLong ? TAKE_UP.long : TAKE_UP.short)) return life;
  return { ...life, character: { ...life.character, shuns: KEEPING } };
}
