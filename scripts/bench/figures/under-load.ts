import { percentile } from "@/lib/kernel/percentile";
import type { Figures } from "../measure";
import { askAtOnce } from "../web/clients";

/** How slow the slowest hundredth may be, in milliseconds, by the number of clients. */
const REACH = [
  [10, 300],
  [50, 1_500],
] as const;

export const underLoad: Figures = {
  id: "under-load",
  what: "The overview asked for again and again by as many clients, each as soon as it was answered (the load's own client shares the machine)",
  async read(bench) {
    const app = await bench.app();
    await app.enter(bench.scope);
    const path = `/w/${bench.scope.slug}/overview`;
    const told = [];
    for (const [clients, atMost] of REACH) {
      const { times, errors } = await askAtOnce(app, path, clients, { seconds: bench.options.seconds });
      told.push(
        { name: `${clients} clients, p99`, value: percentile(times, 0.99) ?? 0, unit: "ms", reach: { atMost } },
        { name: `${clients} clients, median`, value: percentile(times, 0.5) ?? 0, unit: "ms" },
        { name: `${clients} clients, answers a second`, value: times.length / bench.options.seconds, unit: "/s" },
        { name: `${clients} clients, errors`, value: errors, unit: "", reach: { atMost: 0 } },
      );
    }
    return told;
  },
};
