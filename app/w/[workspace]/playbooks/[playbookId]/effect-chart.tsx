"use client";

import { ChartFrame } from "@/components/charts/chart-frame";
import { type IntervalBar, IntervalBars, intervalBarsHeight } from "@/components/charts/interval-bars";
import { format } from "@/lib/kernel/format";
import type { Effect } from "@/lib/playbooks/effect";

type Props = Pick<Effect, "treated" | "untreated"> & { verdict: string; caption: string };

const share = (value: number | null) => format(value, { unit: "share", digits: 0 });

/** Who stayed of those a playbook was set off for, and of their like. */
export function EffectChart({ treated, untreated, verdict, caption }: Props) {
  const sides = [
    { key: "treated", label: "Treated", colour: "var(--chart-1)", ...treated },
    { key: "untreated", label: "Not treated, but alike", colour: "var(--chart-2)", ...untreated },
  ].map((side) => ({ ...side, value: side.accounts === 0 ? null : side.kept / side.accounts }));
  const bars = sides.map(
    ({ key, label, colour, value, accounts, kept }): IntervalBar => ({
      ...{ key, label, colour, value },
      mark: "■",
      interval: null,
      words: accounts === 0 ? "nobody yet" : `${share(value)} kept, ${kept} of ${accounts}`,
    }),
  );
  return (
    <ChartFrame
      title={`Does it help? ${verdict}`}
      heading={
        <>
          <h2 className="headline text-lg">Does it help?</h2>
          <p className="figures font-medium">{verdict}</p>
        </>
      }
      fileName="playbook-effect"
      height={intervalBarsHeight(bars)}
      caption={caption}
      twin={{
        columns: ["Accounts", "Compared", "Kept", "Share kept"],
        rows: sides.map(({ key, label, accounts, kept, value }) => ({
          key,
          cells: [label, accounts.toLocaleString("en-US"), kept.toLocaleString("en-US"), share(value)],
          file: [label, accounts, kept, value],
        })),
      }}
    >
      <IntervalBars bars={bars} unit="share" format={share} />
    </ChartFrame>
  );
}
