// `npm run verify`: what needs no database and takes under a minute.
import { DEAD_CODE, FORMAT, finish, inTurn, RULES, TYPES, vitest } from "./server/checks.mjs";
import { forgetInstallation } from "./server/environment.mjs";
import { installQuietly } from "./server/install.mjs";
import { leaveWith } from "./server/refusal.mjs";

forgetInstallation();
await installQuietly((line) => process.stdout.write(`${line}\n`)).catch(leaveWith);
const sums = await Promise.all([inTurn([FORMAT, ...RULES, DEAD_CODE, TYPES]), inTurn([vitest("Unit", "unit")])]);
finish(...sums);
