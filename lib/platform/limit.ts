import { identity } from "@/lib/platform/identity";

/** So many hits a second, minute, hour or quarter of an hour. */
export type Limit = `${number}/${"s" | "m" | "15m" | "h"}`;

const SECONDS = { s: 1, m: 60, "15m": 900, h: 3600 };

/** Counts a hit; false where the window is full. Kept in the database, so that every process counts alike. */
export async function withinLimit(bucket: string, limit: Limit): Promise<boolean> {
  const [most, span] = limit.split("/") as [string, keyof typeof SECONDS];
  const [row] = await identity<{ hit: number }>("hit", [bucket, SECONDS[span]]);
  return (row?.hit ?? 0) <= Number(most);
}
