import { format } from "@/lib/kernel/format";
import type { SignalView } from "@/lib/signals/loaders";
import type { Precedence } from "@/lib/signals/precedence";

const VERDICT: Record<Precedence["verdict"], string> = {
  more: "Churn follows it more often than usual.",
  less: "Churn follows it less often than usual.",
  "no difference": "That cannot be told apart from what is usual.",
  "cannot tell yet": "",
};

/** What a signal stands at now, and what came of it so far. */
export function SoFar({ enabled, open, snoozed, precedence }: Omit<SignalView, "face" | "thresholds">) {
  return (
    <div className="grid gap-1.5">
      <p className="text-ink">
        {enabled ? (
          <>
            Open at <span className="figures font-medium">{format(open, { unit: "count" })}</span> {open === 1 ? "account" : "accounts"}
            {snoozed > 0 ? `, snoozed at ${format(snoozed, { unit: "count" })} of them` : ""}
          </>
        ) : (
          "Off: it is not raised, and has no history."
        )}
      </p>
      {enabled ? <p className="text-ink-2 text-sm">{whatCame(precedence)}</p> : null}
    </div>
  );
}

function whatCame({ openings, churned, share, interval, base, verdict }: Precedence): string {
  const count = `${format(openings, { unit: "count" })} ${openings === 1 ? "opening" : "openings"} at least 90 days old`;
  if (share === null || interval === null || base === null)
    return `Does it come before churn? Cannot tell yet: ${openings === 0 ? "no opening is 90 days old" : `${count}, at least 10 are needed`}.`;
  return `Of ${count}, ${format(churned, { unit: "count" })} came before a churn within 90 days: ${percent(share)} (95% interval ${percent(interval[0])} to ${percent(interval[1])}), against ${percent(base)} of all paying accounts. ${VERDICT[verdict]}`;
}

function percent(share: number): string {
  return format(share, { unit: "share" });
}
