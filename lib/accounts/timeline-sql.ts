import { SOURCES } from "@/lib/accounts/stream-sources";
import type { Stream } from "@/lib/accounts/streams";
import { cursorText } from "@/lib/platform/keyset";

/**
 * The newest lines of some streams, each stream's newest first so that none is read whole. $1 account, $2 time zone, $3 the instant they are read
 * at, $4 how many, and with a cursor $5 its instant and $6 its id.
 */
export function timelineSql(streams: readonly Stream[], { hasCursor }: { hasCursor: boolean }): string {
  const parts = SOURCES.filter(({ stream }) => streams.includes(stream)).map(({ stream, from, at, id, facts, where = "true", always }) => {
    const before = hasCursor ? `AND (${at}, ${id}) < ($5::timestamptz, $6::text)` : "";
    return `(SELECT ${at} AS at, '${stream}' AS stream, ${id} AS id, jsonb_build_object(${facts}) AS facts FROM ${from}
      WHERE t.account_id = $1::uuid AND ${always ? `$3::timestamptz IS NOT NULL` : `${at} < $3::timestamptz`} AND ${where} ${before} ORDER BY 1 DESC, 3 DESC LIMIT $4::int)`;
  });
  return `SELECT l.id, l.stream, (l.at AT TIME ZONE $2::text)::date::text AS "on", l.facts, ${cursorText("l.at")} AS cursor
    FROM (${parts.join(" UNION ALL ")}) AS l ORDER BY l.at DESC, l.id DESC LIMIT $4::int`;
}
