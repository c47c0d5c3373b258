// `npm start`: from a fresh clone to a running app. This file runs on any Node, so it only looks at the version and hands on.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(
    `Bellwether needs Node 20.19 or newer, and this is ${process.versions.node}; install a newer one from nodejs.org.\n`,
  );
  process.exit(1);
}
import("./server/start.mjs").then(({ start }) => start());
