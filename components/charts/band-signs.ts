import type { Band } from "@/lib/kernel/health-score";

/** A band's sign and colour in a drawing, where they stand before its word. */
export const BAND_SIGNS: Record<Band, { mark: string; colour: string }> = {
  green: { mark: "●", colour: "var(--good)" },
  yellow: { mark: "◆", colour: "var(--watch)" },
  red: { mark: "▲", colour: "var(--bad)" },
  unknown: { mark: "○", colour: "var(--ink-3)" },
};
