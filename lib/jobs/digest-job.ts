import { mailTeamDigest } from "@/lib/jobs/team-digest";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt, instantAt } from "@/lib/kernel/zone";
import { mailNews } from "@/lib/notifications/mail";
import { withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

const HOUR = 8;
const MADE_UP_WITHIN = 86_400_000;

/**
 * Puts the mails that are due into the outbox: what is to be told at once, the digest of the day from 8 o'clock of the workspace on, and on Mondays those
 * of the week. Asked every minute, by as many as like: a digest holds what happened before 8, and nobody gets it twice. One that was missed is made up for
 * within a day; after that its news goes into the next.
 */
export async function digestJob(scope: Scope, at: Date): Promise<void> {
  const today = dayAt(at, scope.timeZone);
  const monday = mondayOf(today);
  const [eight, mondayEight] = [eightOn(today, scope), eightOn(monday, scope)];
  await withTenant(scope, ({ sql }) => mailNews(sql, scope, { cadence: "at_once", before: at, cause: null }));
  if (at >= eight) await withTenant(scope, ({ sql }) => mailNews(sql, scope, { cadence: "daily", before: eight, cause: `daily:${today}` }));
  if (at < mondayEight || at.getTime() >= mondayEight.getTime() + MADE_UP_WITHIN) return;
  await withTenant(scope, ({ sql }) => mailNews(sql, scope, { cadence: "weekly", before: mondayEight, cause: `weekly:${monday}` }));
  await withTenant(scope, ({ sql }) => mailTeamDigest(sql, scope, monday), "work");
}

function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

function eightOn(day: Day, { timeZone }: Scope): Date {
  const [year = 0, month = 0, date = 0] = day.split("-").map(Number);
  const instant = instantAt({ year, month, day: date, hour: HOUR }, timeZone);
  if (!instant) throw new RangeError(`${day} is no day`);
  return instant;
}
