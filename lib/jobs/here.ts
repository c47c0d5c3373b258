import { startWorker, stopWorker } from "@/lib/jobs/worker";
import { env } from "@/lib/platform/env";

const AGAIN_AFTER = 5_000;

/** Takes jobs beside the pages, unless they have a process of their own. Pages are served without it too, so a failure only means another try. */
export function startWorkerHere(): void {
  if (env().BELLWETHER_WORKER === "none") return;
  process.once("SIGTERM", () => void stopWorker().catch(() => {}));
  void attempt();
}

async function attempt(): Promise<void> {
  try {
    await startWorker();
  } catch (error) {
    console.error(JSON.stringify({ level: "error", at: "jobs", message: error instanceof Error ? error.message : String(error) }));
    await stopWorker().catch(() => {}); // forgets the failed one
    setTimeout(attempt, AGAIN_AFTER).unref();
  }
}
