import { createHash } from "node:crypto";
import { type Clean, loading } from "./loading";

const at = (n: number) => new Date(Date.UTC(2026, 0, 1) + ((n * 7_919_000) % 25_000_000_000)).toISOString();
const feature = (n: number) => `Feature ${n % 12}`;

export const CLEAN_USAGE: Clean = {
  kind: "usage",
  table: "usage_event",
  header: "account,user,feature,at,count",
  key: (n) => `${createHash("sha256").update(String(n)).digest("base64url").slice(0, 22)}/1`,
  row: (n, accounts) => `A${1 + (n % accounts)},U${n % 7_919},${feature(n)},${at(n)},${1 + (n % 3)}`,
  columns: [
    ["user_name", "text"],
    ["feature", "text"],
    ["at", "timestamptz"],
    ["count", "bigint"],
  ],
  cells: (n) => [`U${n % 7_919}`, feature(n), at(n), String(1 + (n % 3))],
  rows: (accounts) => 20 * accounts,
};

export const loadingUsage = loading("loading-usage", CLEAN_USAGE);
