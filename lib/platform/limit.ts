import { identity } from "@/lib/platform/identity";

/** So many hits a second, minute, hour or quarter of an hour. */
export type Limit = `${number}/${"s" | "m" | "15m" | "h"}`;

const SECONDS = { s: 1, m: 60, "15m": 900, h: 3600 };
const WORDS = { s: "a second", m: "a minute", "15m": "a quarter of an hour", h: "an hour" };

/** Counts a hit; false where the window is full. Kept in the database, so that every process counts alike. */
export async function withinLimit(bucket: string, limit: Limit): Promise<boolean> {
  const [most, span] = partsOf(limit);
  const [row] = await identity<{ hit: number }>("hit", [bucket, SECONDS[span]]);
  return (row?.hit ?? 0) <= Number(most);
}

/** How long one waits where a limit is reached, at most. */
export function spanWords(limit: Limit): string {
  return WORDS[partsOf(limit)[1]];
}

function partsOf(limit: Limit): [string, keyof typeof SECONDS] {
  return limit.split("/") as [string, keyof typeof SECONDS]; // what the type of a limit says
}
