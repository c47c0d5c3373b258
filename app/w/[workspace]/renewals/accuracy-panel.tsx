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
      note={`The calls that stood ${horizon} days before the due day, of renewals of the last two years that were open then and are decided now.`}
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
        <>
          <ul className="divide-y divide-line border-line border-t md:hidden" aria-label="How good calls were">
            {[{ name: "Everybody", accuracy: accuracyOf(then) }, ...lines].map((line) => (
              <Card key={line.name} {...line} />
            ))}
          </ul>
          <div className="hidden md:block">
            <Table label="How good calls were" file="calls">
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
          </div>
        </>
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
      <Td numeric>
        <Bias bias={bias} />
      </Td>
    </tr>
  );
}

function Card({ name, accuracy: { word, stays, score, bias } }: { name: string; accuracy: Accuracy }) {
  const facts = [
    { label: "Word right", value: <HitWords hits={word} /> },
    { label: "Stays or leaves", value: <HitWords hits={stays} /> },
    { label: "The score on these", value: <HitWords hits={score} /> },
    { label: "Amount", value: <Bias bias={bias} /> },
  ];
  return (
    <li className="px-4 py-2.5 text-sm">
      <p className="font-medium">{name}</p>
      <dl className="mt-1 grid grid-cols-2 gap-x-4 gap-y-1.5">
        {facts.map(({ label, value }) => (
          <div key={label}>
            <dt className="text-ink-3 text-xs">{label}</dt>
            <dd className="figures">{value}</dd>
          </div>
        ))}
      </dl>
    </li>
  );
}

function Bias({ bias }: { bias: number | null }) {
  return bias === null ? <span className="text-ink-3 text-xs">cannot tell yet</span> : formatSigned(bias, { unit: "share" });
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
