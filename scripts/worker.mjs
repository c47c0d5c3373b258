// `npm run worker`: jobs in a process of their own; start the app with BELLWETHER_WORKER=none beside it.
import { runProgram } from "./server/program.mjs";

await runProgram("scripts/worker.ts", process.argv.slice(2));
