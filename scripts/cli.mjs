// `npm run --silent cli -- <command> …`
import { runProgram } from "./server/program.mjs";

await runProgram("scripts/cli/main.ts", process.argv.slice(2));
