import { databaseSize } from "./figures/database-size";
import { dearReads } from "./figures/dear-reads";
import { making } from "./figures/making";
import { memory } from "./figures/memory";
import { underLoad } from "./figures/under-load";
import type { Figures, Ratio } from "./measure";
import { dailyHealth } from "./ratios/daily-health";
import { loadingSubscriptions } from "./ratios/loading-subscriptions";
import { loadingUsage } from "./ratios/loading-usage";
import { changeLongAgo, changeThisMonth } from "./ratios/one-change";
import { pages } from "./ratios/pages";
import { readings } from "./ratios/readings";

/** Every ratio, in the order they are measured: those that change records come last. */
export const RATIOS: readonly Ratio[] = [
  readings,
  dailyHealth,
  ...pages,
  loadingSubscriptions,
  loadingUsage,
  changeThisMonth,
  changeLongAgo,
];

/** What is read first, while nothing was added to what was filled in. */
export const FIGURES_BEFORE: readonly Figures[] = [making, databaseSize];

/** What is read once the ratios are measured. */
export const FIGURES_AFTER: readonly Figures[] = [dearReads, underLoad, memory];
