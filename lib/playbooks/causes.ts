import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";
import type { Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { Parameters } from "@/lib/ledger/parameters";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Definition } from "@/lib/playbooks/schema";
import { causesOf } from "@/lib/playbooks/triggers";
import { SIGNALS } from "@/lib/signals/registry";
import type { Detail } from "@/lib/signals/signal";
import { readSettings } from "@/lib/workspaces/settings";

/** What set a playbook off for an account: the same cause does so once. `stands`: it still holds. */
export type Cause = {
  readonly account: string;
  readonly cause: string;
  readonly day: Day;
  readonly stands: boolean;
  readonly words: string;
};

type Row = Omit<Cause, "words"> & { reason: string; detail: Detail; words: string };

/** What would have set a playbook off in a stretch of local days (both included), the oldest first. Segment and plan are those of that day. */
export async function listCauses(
  sql: Sql,
  scope: Scope,
  { trigger, filter }: Pick<Definition, "trigger" | "filter">,
  { from, to, at }: { from: Day; to: Day; at: Date },
): Promise<Cause[]> {
  const parameters = new Parameters();
  const settings = await readSettings(sql, scope);
  const stretch = {
    from,
    to,
    today: dayAt(at, scope.timeZone),
    timeZone: scope.timeZone,
    valueWithinDays: Number(settings.value_within_days),
  };
  const causes = causesOf(trigger, stretch, parameters);
  const rows = await sql<Row>(
    `SELECT c.account_id::text AS account, c.cause, c.day::text AS day, c.stands, c.reason, c.detail, c.words FROM (${causes}) AS c
     ${filteredBy(filter, scope.timeZone, parameters)} ORDER BY c.day, c.account_id`,
    parameters.values,
  );
  return rows.map(({ reason, detail, words, ...cause }) => ({ ...cause, words: wordsOf(trigger, { reason, detail, words }) }));
}

function filteredBy(filter: Definition["filter"], timeZone: string, parameters: Parameters): string {
  const terms = (["segment", "plan"] as const).flatMap((name) =>
    filter[name] === null ? [] : [`d.${name} = ${parameters.place(filter[name], "text")}`],
  );
  if (terms.length === 0) return "";
  const ends = `((c.day + 1)::timestamp AT TIME ZONE ${parameters.place(timeZone, "text")})`;
  return `WHERE EXISTS (SELECT FROM app.account_dimension d WHERE d.account_id = c.account_id AND d.from_at < ${ends} AND ${ends} <= d.until_at AND ${terms.join(" AND ")})`;
}

function wordsOf(trigger: Definition["trigger"], { reason, detail, words }: Pick<Row, "reason" | "detail" | "words">): string {
  if (trigger.on === "signal") return SIGNALS.find(({ face }) => face.id === trigger.kind)?.words(detail, reason) ?? "";
  if (trigger.on !== "band") return words;
  const was = BANDS.find((band) => band === reason) ?? "unknown";
  return `turned from ${BAND_WORDS[was]} to ${BAND_WORDS[trigger.band]}`;
}
