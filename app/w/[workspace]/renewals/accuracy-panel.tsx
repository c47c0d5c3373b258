"use client";

import { useState } from "react";
import { useValueWords } from "@/components/metric/owners";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import { format, formatSigned } from "@/lib/kernel/format";
import { type Accuracy, accuracyOf, byAuthor, FEWEST, type Hits, HORIZONS, type Horizon, type Stood } from "@/lib/renewals/accuracy";

/** How good calls were, against what became of the renewals, and the score as a forecaster of the same ones. */
export function AccuracyPanel({ stood }: { stood: readonly Stood[] }) {
  const [horizon, setHorizon] = useState<Horizon>(90);
  const words = useValueWords();
  const then = stood.filter((each) => each.horizon === horizon);
  const lines = byAuthor(then).map(({ author, accuracy }) => ({ name: words("owner", author), accuracy }));
  return (
    <Sheet
      title="How good are our calls?"
      note={`The calls that stood ${horizon} days before the due day, of renewals that were open then and are decided now.`}
      actions={
        <Segmented
          label="Days before the due day"
          value={String(horizon)}
          options={HORIZONS.map((days) => ({ value: String(days), label: `${days} days` }))}
          onChange={(next) => setHorizon(HORIZONS.find((days) => String(days) === next) ?? 90)}
        />
      }
      flush
    >
      {then.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">
          Cannot tell yet: no renewal that was called {horizon} days before is decided.
        </p>
      ) : (
        <Table label="How good calls were">
          <thead>
            <tr>
              <Th>Whose calls</Th>
              <Th numeric>Word right</Th>
              <Th numeric>Stays or leaves</Th>
              <Th numeric>The score on these</Th>
              <Th numeric>Amount</Th>
            </tr>
          </thead>
          <tbody>
            <Line name="Everybody" accuracy={accuracyOf(then)} />
            {lines.map(({ name, accuracy }) => (
              <Line key={name} name={name} accuracy={accuracy} />
            ))}
          </tbody>
        </Table>
      )}
      <p className="border-line border-t px-4 py-2.5 text-ink-3 text-xs">
        Right: renew came back at no less, grow at more, shrink at less, lose not at all. The score says stays when Healthy and leaves when
        At risk, and nothing else. Amount: called ÷ came − 1, above zero too hopeful. In brackets the 95 % interval and how many; below{" "}
        {FEWEST} nobody can tell.
      </p>
    </Sheet>
  );
}

function Line({ name, accuracy: { word, stays, score, bias } }: { name: string; accuracy: Accuracy }) {
  return (
    <tr>
      <Td className="wrap-anywhere min-w-28 font-medium">{name}</Td>
      <Td numeric>
        <HitWords hits={word} />
      </Td>
      <Td numeric>
        <HitWords hits={stays} />
      </Td>
      <Td numeric>
        <HitWords hits={score} />
      </Td>
      <Td numeric>{bias === null ? <span className="text-ink-3 text-xs">cannot tell yet</span> : formatSigned(bias, { unit: "share" })}</Td>
    </tr>
  );
}

function HitWords({ hits: { n, right, share, interval } }: { hits: Hits }) {
  if (share === null || interval === null)
    return (
      <span className="text-ink-3 text-xs">
        cannot tell yet, {right} of {n}
      </span>
    );
  const percent = (value: number) => format(value, { unit: "share", digits: 0 });
  return (
    <>
      {percent(share)}
      <span className="block text-ink-3 text-xs">
        ({percent(interval[0])} to {percent(interval[1])}, {n})
      </span>
    </>
  );
}
