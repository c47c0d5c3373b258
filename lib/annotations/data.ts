import { byDay, type Mark } from "@/lib/annotations/rules";
import { listVersionDays } from "@/lib/health/versions";
import type { Day } from "@/lib/kernel/period";
import { describeDay } from "@/lib/kernel/period-words";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

type Note = { id: string; version: number; day: Day; metric: string | null; text: string; author: string };

/** What trends tell of: the notes people wrote, and the versions of the scorecards where they came into force. Oldest first. */
export async function listMarks(sql: Sql, scope: Scope): Promise<Mark[]> {
  const notes = await sql<Note>(
    "SELECT id::text AS id, version, day::text AS day, metric, text, author FROM app.annotation WHERE workspace_id = $1::uuid ORDER BY day, created_at, id",
    [scope.workspaceId],
  );
  const versions = await listVersionDays(sql);
  return byDay([
    ...notes.map(
      ({ id, version, day, metric, text, author }): Mark => ({
        key: id,
        day,
        words: text,
        sign: null,
        of: metric === null ? "all" : { metric },
        note: { id, version, author },
      }),
    ),
    ...versions.map(
      ({ number, fromDay }): Mark => ({
        key: `v${number}`,
        day: fromDay,
        words: `Version ${number} of the scorecards holds from ${describeDay(fromDay)} on`,
        sign: `v${number}`,
        of: "health",
        note: null,
      }),
    ),
  ]);
}
