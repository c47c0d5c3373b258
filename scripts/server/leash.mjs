// Loaded into a child: ends it when its parent is gone, even one that was killed.
import { fstatSync } from "node:fs";
import { Socket } from "node:net";

if (process.env.BELLWETHER_LEASH && isPipe(3)) {
  const parent = new Socket({ fd: 3, readable: true, writable: false });
  parent.on("close", () => process.kill(process.pid, "SIGTERM")).on("error", () => {});
  parent.resume().unref();
  delete process.env.BELLWETHER_LEASH; // it is ours alone, our own children have no such stream
}

function isPipe(fd) {
  try {
    const found = fstatSync(fd);
    return found.isFIFO() || found.isSocket();
  } catch {
    return false;
  }
}
