import { env } from "@/lib/platform/env";

/** The instant everything is read at by default. `BELLWETHER_TODAY` holds it at noon UTC of that day. */
export function now(): Date {
  const today = env().BELLWETHER_TODAY;
  return today === undefined ? new Date() : new Date(`${today}T12:00:00Z`);
}
