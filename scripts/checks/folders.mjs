// A file that has grown long holds two ideas. Above 200 lines it is named, above 300 it fails.
import { finish, sources } from "./sources.mjs";

const WARNED = 200;
const MOST = 300;
const STORIES = /^prisma\/seed\//; // told at length on purpose

const findings = [];
for (const { path, text } of sources()) {
  const lines = text.split("\n").length - 1;
  if (STORIES.test(path) || lines <= WARNED) continue;
  const said = `${path} has ${lines} lines; it holds more than one idea, so give the second a file`;
  if (lines > MOST) findings.push(said);
  else process.stdout.write(`${said} (a warning up to ${MOST})\n`);
}
finish("Folder sizes", findings);
