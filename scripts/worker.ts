import { startWorker, stopWorker } from "@/lib/jobs/worker";
import { closePool } from "@/lib/platform/pool";

await startWorker();
console.error("The worker takes jobs. Ctrl-C stops it.");

let stopping = false;
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.on(signal, async () => {
    if (stopping) return;
    stopping = true;
    await stopWorker();
    await closePool();
    process.exit(0);
  });
}
