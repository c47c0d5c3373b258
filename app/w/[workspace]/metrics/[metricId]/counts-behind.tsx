import { weightWords } from "@/components/metric/cell-words";
import type { RowsFace } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

/** Counts of what is not in the number, in words: looked at, and left out for a reason. */
const LEFT_OUT: Readonly<Record<string, string>> = {
  pending: "not decided yet, inside the grace",
  immature: "too recent to judge",
  unknown: "without what it takes to judge them",
  invalid: "with times that cannot be",
  excluded: "marked as not to count",
  otherScale: "on another scale",
  superseded: "answered again by the same person",
  unknownCategory: "costs of a category that is not known",
};

type Props = { details: Reading["details"]; units: RowsFace["details"]; currency: string };

/** What stands behind a number, by name; what was left out is said first, since silence would pass for care. */
export function CountsBehind({ details, units, currency }: Props) {
  const named = Object.entries(details).filter(([name]) => name in units);
  const out = named.flatMap(([name, value]) => (value && LEFT_OUT[name] ? [`${value.toLocaleString("en-US")} ${LEFT_OUT[name]}`] : []));
  if (named.length === 0) return null;
  return (
    <div className="mt-2 text-sm">
      {out.length > 0 ? <p className="text-ink-2">Left out: {out.join("; ")}.</p> : null}
      <details className="group mt-2">
        <summary className="w-fit cursor-pointer text-ink-3 text-xs hover:text-ink">All counts behind it</summary>
        <dl className="figures mt-1.5 grid grid-cols-[1fr_auto] gap-x-4 gap-y-0.5 text-xs">
          {named.map(([name, value]) => (
            <div key={name} className="contents">
              <dt className="text-ink-3">{sentence(name)}</dt>
              <dd className="text-right">{weightWords(value, { unit: units[name] ?? "count", currency })}</dd>
            </div>
          ))}
        </dl>
      </details>
    </div>
  );
}

function sentence(name: string): string {
  const words = name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}
