import { PgBoss, type QueueOptions } from "pg-boss";
import { healthJob } from "@/lib/jobs/health-job";
import { importJob } from "@/lib/jobs/import-job";
import { outboxJob } from "@/lib/jobs/outbox-job";
import { playbookJob } from "@/lib/jobs/playbook-job";
import { refreshJob } from "@/lib/jobs/refresh-job";
import { sweep } from "@/lib/jobs/sweep";
import { undoJob } from "@/lib/jobs/undo-job";
import { env } from "@/lib/platform/env";
import {
  BOSS_SCHEMA,
  HEALTH,
  IMPORT,
  type ImportJob,
  OUTBOX,
  PLAYBOOK,
  REFRESH,
  type RefreshJob,
  UNDO,
  type UndoJob,
} from "@/lib/platform/jobs";

const SWEEP = "sweep";

/** A job whose worker died is noticed by its missing heartbeat, tried again a few times with growing pauses, and then set aside. */
const CARE: QueueOptions = {
  retryLimit: 5,
  retryDelay: 2,
  retryBackoff: true,
  retryDelayMax: 900,
  expireInSeconds: 900,
  heartbeatSeconds: 30,
  deleteAfterSeconds: 86_400,
};

/** The longest that reading a file of five million rows, or taking it back, may take; a dead worker is noticed by its heartbeat long before. */
const IMPORT_SECONDS = 6 * 3600;

/** Years of every account's days; each stretch of them is committed, and the next attempt goes on. */
const HEALTH_SECONDS = 6 * 3600;

/** Thousands of webhooks to a slow receiver. */
const OUTBOX_SECONDS = 3600;

const STOP_WITHIN = 15_000;

const kept = globalThis as { bellwetherWorker?: Promise<PgBoss> };

/** Starts taking jobs in this process; a second call is the first one's worker. */
export function startWorker(): Promise<PgBoss> {
  kept.bellwetherWorker ??= started();
  return kept.bellwetherWorker;
}

/** Takes no more jobs and waits for those at work. What is not done by then runs again elsewhere. */
export async function stopWorker(): Promise<void> {
  const starting = kept.bellwetherWorker;
  delete kept.bellwetherWorker; // first: a worker that failed to start is forgotten too
  const boss = await starting;
  await boss?.stop({ graceful: true, timeout: STOP_WITHIN });
}

async function started(): Promise<PgBoss> {
  const boss = new PgBoss({
    connectionString: env().DATABASE_URL,
    schema: BOSS_SCHEMA,
    max: 2,
    migrate: false,
    createSchema: false,
    reindex: false,
    monitorVacuum: false,
    superviseIntervalSeconds: 10,
    monitorIntervalSeconds: 10,
  });
  boss.on("error", (error) => console.error(JSON.stringify({ level: "error", at: "jobs", message: error.message })));
  await boss.start();
  await boss.createQueue(`${REFRESH}-dlq`);
  await boss.createQueue(REFRESH, { ...CARE, policy: "short", deadLetter: `${REFRESH}-dlq` });
  await boss.createQueue(`${HEALTH}-dlq`);
  await boss.createQueue(HEALTH, { ...CARE, policy: "short", expireInSeconds: HEALTH_SECONDS, deadLetter: `${HEALTH}-dlq` });
  await boss.createQueue(`${IMPORT}-dlq`);
  await boss.createQueue(IMPORT, { ...CARE, policy: "short", expireInSeconds: IMPORT_SECONDS, deadLetter: `${IMPORT}-dlq` });
  await boss.createQueue(`${UNDO}-dlq`);
  await boss.createQueue(UNDO, { ...CARE, policy: "short", expireInSeconds: IMPORT_SECONDS, deadLetter: `${UNDO}-dlq` });
  await boss.createQueue(`${OUTBOX}-dlq`);
  await boss.createQueue(OUTBOX, { ...CARE, policy: "short", expireInSeconds: OUTBOX_SECONDS, deadLetter: `${OUTBOX}-dlq` });
  await boss.createQueue(`${PLAYBOOK}-dlq`);
  await boss.createQueue(PLAYBOOK, { ...CARE, policy: "short", deadLetter: `${PLAYBOOK}-dlq` });
  await boss.createQueue(SWEEP, { ...CARE, policy: "short", retryLimit: 0 });
  await boss.work<RefreshJob>(REFRESH, { pollingIntervalSeconds: 1, localConcurrency: 2, groupConcurrency: 1 }, async (jobs) => {
    for (const { data } of jobs) await refreshJob(data);
  });
  await boss.work<RefreshJob>(HEALTH, { pollingIntervalSeconds: 1, localConcurrency: 2, groupConcurrency: 1 }, async (jobs) => {
    for (const { data } of jobs) await healthJob(data);
  });
  await boss.work<ImportJob>(IMPORT, { pollingIntervalSeconds: 1, localConcurrency: 2, groupConcurrency: 1 }, async (jobs) => {
    for (const { data } of jobs) await importJob(data);
  });
  await boss.work<UndoJob>(UNDO, { pollingIntervalSeconds: 1, localConcurrency: 2, groupConcurrency: 1 }, async (jobs) => {
    for (const { data } of jobs) await undoJob(data);
  });
  await boss.work<RefreshJob>(OUTBOX, { pollingIntervalSeconds: 1, localConcurrency: 2, groupConcurrency: 1 }, async (jobs) => {
    for (const { data } of jobs) await outboxJob(data);
  });
  await boss.work<RefreshJob>(PLAYBOOK, { pollingIntervalSeconds: 1, localConcurrency: 2, groupConcurrency: 1 }, async (jobs) => {
    for (const { data } of jobs) await playbookJob(data);
  });
  await boss.work(SWEEP, { pollingIntervalSeconds: 10 }, async () => {
    await sweep();
  });
  await boss.schedule(SWEEP, "* * * * *");
  await boss.send(SWEEP);
  return boss;
}
