import { MEASURES } from "@/lib/health/registry";

/** What a measure of health said of a day, as an expression over its row `h` in health_day. Throws where there is no such measure. */
export function inputOf(id: string): string {
  const place = MEASURES.findIndex(({ face }) => face.id === id);
  if (place === -1) throw new Error(`there is no measure ${id}`);
  return `h.inputs[${place + 1}]`;
}
