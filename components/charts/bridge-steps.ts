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

/** What a bar says: balances as they are, movements with the sign of what they do. */
export function bridgeAmount({ kind, value }: BridgePart, format: (value: number) => string): string {
  if (kind === "balance" || value === 0) return format(value);
  return `${kind === "loss" || value < 0 ? "−" : "+"}${format(Math.abs(value))}`;
}

/** Gains and losses are good and bad news; balances, and what exchange rates did, are neither. */
export function bridgeColour({ kind }: BridgePart): string {
  if (kind === "balance") return "var(--chart-5)";
  if (kind === "drift") return "var(--chart-6)";
  return kind === "loss" ? "var(--bad)" : "var(--good)";
}
