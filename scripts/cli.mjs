// `npm run --silent cli -- <command> …`
import { runProgram } from "./server/program.mjs";

// Left to itself, V8 lets a long import's garbage lie for a gigabyte; what an import needs at once fits in far less.
const THRIFTY = ["--conditions=react-server", "--max-old-space-size=256"];

const args = process.argv.slice(2);
await runProgram("scripts/cli/main.ts", args, args[0] === "import" ? THRIFTY : undefined);
