import type { Band } from "@/lib/kernel/health-score";

/** The bands in the order in which they are told, the best first. */
export const BANDS = ["green", "yellow", "red", "unknown"] as const satisfies readonly Band[];

export const BAND_WORDS: Record<Band, string> = { green: "Healthy", yellow: "Watch", red: "At risk", unknown: "Not enough data" };
