/** share: 0 to 1. money: minor units of a currency. score, hours, days, count and ratio as they are. */
export type Unit = "share" | "money" | "score" | "hours" | "days" | "count" | "ratio";

/** In which direction a number is good news. */
export type Better = "higher" | "lower" | "neither";
