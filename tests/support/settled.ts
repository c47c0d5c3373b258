import { setTimeout as sleep } from "node:timers/promises";

/** Waits until something has come about; how long that takes is no promise, only that it does. */
export async function settled(ready: () => Promise<boolean>, within = 60_000): Promise<void> {
  const until = Date.now() + within;
  while (!(await ready())) {
    if (Date.now() > until) throw new Error("it did not settle");
    await sleep(50);
  }
}
