export type BridgePart = { id: string; label: string; value: number; kind: "balance" | "gain" | "loss" | "drift" };

/** A bar of the bridge: it hangs between two levels, and the next one starts where it ends. */
export type BridgeStep = BridgePart & { from: number; to: number };

/** Where each bar hangs. A balance stands on zero; a gain rises from the level before it, a loss falls, a drift does what its sign says. */
export function bridgeSteps(parts: readonly BridgePart[]): BridgeStep[] {
  const steps: BridgeStep[] = [];
  let level = 0;
  for (const part of parts) {
    const from = part.kind === "balance" ? 0 : level;
    const to = part.kind === "balance" ? part.value : part.kind === "loss" ? level - part.value : level + part.value;
    steps.push({ ...part, from, to });
    level = to;
  }
  return steps;
}
