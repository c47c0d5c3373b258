import { explainMoved } from "@/lib/health/movers";
import { readPortfolio } from "@/lib/health/portfolio";
import { readVersions } from "@/lib/health/versions";
import { numbersOf } from "@/lib/jobs/digest-numbers";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { formatSigned } from "@/lib/kernel/format";
import { addDays, type Day } from "@/lib/kernel/period";
import { instantAt } from "@/lib/kernel/zone";
import { listMovers } from "@/lib/metrics/movers";
import { CHOICES_SQL } from "@/lib/notifications/choices";
import { queueMail } from "@/lib/outbox/mutations";
import type { Sql } from "@/lib/platform/db";
import { env } from "@/lib/platform/env";
import type { Scope } from "@/lib/platform/scope";

const MOST = 5;
const WEEK = 7;

/** Puts the digest of the week that ended before `monday` into the outbox, for each member who wants it and has not had it. */
export async function mailTeamDigest(sql: Sql, scope: Scope, monday: Day): Promise<number> {
  const cause = `team-digest:${monday}`;
  const readers = await sql<{ email: string }>(
    `SELECT c.email FROM (${CHOICES_SQL}) AS c WHERE c.topic = 'digest' AND c.cadence = 'weekly'
       AND NOT EXISTS (SELECT FROM app.outbox o WHERE o.cause = $1 AND o.recipient = c.email) ORDER BY 1`,
    [cause],
  );
  if (readers.length === 0) return 0;
  const text = await digestOf(sql, scope, monday);
  for (const { email } of readers)
    await queueMail(sql, scope, {
      to: email,
      subject: `The week of ${addDays(monday, -WEEK)} in ${scope.name}`,
      text,
      cause,
      account: null,
    });
  return readers.length;
}

/** Which numbers moved, who owns their targets, which accounts moved the money, and which changed band; in words. */
export async function digestOf(sql: Sql, scope: Scope, monday: Day): Promise<string> {
  const period = `${addDays(monday, -WEEK)}..${monday}`;
  const earlier = `${addDays(monday, -2 * WEEK)}..${addDays(monday, -WEEK)}`;
  const asOf = atMidnight(monday, scope.timeZone);
  return [
    `${scope.name}, ${addDays(monday, -WEEK)} to ${addDays(monday, -1)}, against the week before.`,
    await numbersOf(sql, scope, { period, earlier, asOf, monday }),
    await moversOf(sql, scope, { period, asOf }),
    await bandsOf(sql, scope, monday),
    `${env().APP_URL}/w/${scope.slug}/overview\nWhether you get this is up to you: ${env().APP_URL}/w/${scope.slug}/settings/notifications`,
  ].join("\n\n");
}

async function moversOf(sql: Sql, scope: Scope, { period, asOf }: { period: string; asOf: Date }): Promise<string> {
  const { gains, losses } = await listMovers(sql, scope, { period, where: {}, asOf });
  const line = ({ name, by, reason }: (typeof gains)[number]) =>
    `- ${name}: ${formatSigned(by, { unit: "money", currency: scope.currency })}${reason === null ? "" : `, ${reason}`}`;
  const lines = [...losses.slice(0, MOST), ...gains.slice(0, MOST)].map(line);
  return ["Who moved the money", ...(lines.length === 0 ? ["- Nobody's MRR changed."] : lines)].join("\n");
}

async function bandsOf(sql: Sql, scope: Scope, monday: Day): Promise<string> {
  const day = addDays(monday, -1);
  const { fell, rose } = await readPortfolio(sql, scope, {
    day,
    at: atMidnight(monday, scope.timeZone),
    where: {},
    days: WEEK,
    most: MOST,
  });
  const versions = await readVersions(sql);
  const moved = await explainMoved(sql, { moved: [...fell, ...rose], day, days: WEEK, versions });
  const lines = moved.map(
    ({ name, from, to, reasons }) =>
      `- ${name}: ${BAND_WORDS[from]} to ${BAND_WORDS[to]}${reasons.length === 0 ? "" : ` (${reasons.join("; ")})`}`,
  );
  return ["Who changed band", ...(lines.length === 0 ? ["- Nobody did."] : lines)].join("\n");
}

function atMidnight(day: Day, timeZone: string): Date {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return instantAt({ year, month, day: date }, timeZone) ?? new Date(`${day}T00:00:00Z`);
}
