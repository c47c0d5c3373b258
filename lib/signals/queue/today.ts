import { readMoment } from "@/lib/health/moment";
import { readVersions, versionOn } from "@/lib/health/versions";
import type { BandEdges } from "@/lib/kernel/health-score";
import { addDays, type Day } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { listMembers } from "@/lib/people/data";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import type { Sql } from "@/lib/platform/db";
import type { MemberScope } from "@/lib/platform/scope";
import {
  type Answers,
  type Changes,
  type Judged,
  type Renewals,
  readAnswers,
  readChanges,
  readJudged,
  readRenewals,
} from "@/lib/signals/queue/beside";
import { listCandidates } from "@/lib/signals/queue/candidates";
import type { Whose } from "@/lib/signals/queue/choices";
import { type Line, readLines } from "@/lib/signals/queue/lines";
import { inOrder, stakeOf } from "@/lib/signals/queue/order";
import { readReader } from "@/lib/signals/queue/people";
import { listDueTasks, type ShownTask } from "@/lib/tasks/data";

export type Named = { id: string; name: string };

export type TodayView = {
  workspace: { slug: string; name: string; currency: string; timeZone: string };
  mayWrite: boolean;
  me: string;
  members: Named[];
  whose: Whose;
  /** The accounts with most at stake, and how many there are in all. */
  lines: Line[];
  all: number;
  /** How many accounts the queue could know by their health, and how many it could not. */
  judged: Judged;
  bands: BandEdges;
  tasks: { tasks: ShownTask[]; all: number; overdue: number };
  changes: Changes;
  renewals: Renewals;
  answers: Answers;
  /** Since when it is told what is new; `isFirst` where its reader was never here before. */
  since: { on: Day; isFirst: boolean };
  today: Day;
  asOf: string;
  /** Health is of this day; null where none is made yet. */
  healthOn: Day | null;
  stale: boolean;
};

const SHOWN = 30;
const TASKS = 8;
const TASK_DAYS = 7;
const FIRST_DAYS = 7;

/** Today as a member sees it, at one moment: the queue, and what stands beside it. */
export async function readToday(sql: Sql, scope: MemberScope, asked: Whose | null, asOf = now()): Promise<TodayView> {
  const { slug, name, currency, timeZone, actor } = scope;
  const today = dayAt(asOf, timeZone);
  const { whose, members, emails, since } = await readReader(sql, scope, asked, asOf);
  const moment = await readMoment(sql, scope, asOf);
  const versions = await readVersions(sql);
  const { bands } = versionOn(versions, moment?.day ?? today).config;
  const candidates = await listCandidates(sql, scope, { emails, moment, today, at: asOf });
  const placed = inOrder(candidates.map((candidate) => ({ ...candidate, stake: stakeOf(candidate, bands) })));
  const beside = { emails, moment, since: since ?? new Date(asOf.getTime() - FIRST_DAYS * 86_400_000), at: asOf };
  return {
    workspace: { slug, name, currency, timeZone },
    mayWrite: can(actor.role, "task.create"),
    me: actor.memberId,
    members: (await listMembers(sql, scope)).map((member) => ({ id: member.id, name: member.name ?? member.email })),
    ...{ whose, bands, today },
    lines: await readLines(sql, scope, placed.slice(0, SHOWN), { moment, today, versions }),
    all: placed.length,
    judged: await readJudged(sql, beside),
    tasks: await listDueTasks(sql, scope, { members, dueBy: addDays(today, TASK_DAYS), limit: TASKS }, asOf),
    changes: await readChanges(sql, scope, beside),
    renewals: await readRenewals(sql, scope, beside),
    answers: await readAnswers(sql, scope, beside),
    since: { on: dayAt(beside.since, timeZone), isFirst: since === null },
    asOf: asOf.toISOString(),
    healthOn: moment?.day ?? null,
    stale: moment?.stale ?? false,
  };
}
