"use client";

import { useQueryStates } from "nuqs";
import { LEVEL_WORDS, type Part, STEP_WORDS } from "@/app/w/[workspace]/usage/context";
import { usageParams } from "@/app/w/[workspace]/usage/params";
import { stepLabel } from "@/app/w/[workspace]/usage/step-label";
import { ChartFrame } from "@/components/charts/chart-frame";
import { Triangle, triangleHeight } from "@/components/charts/triangle";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { format } from "@/lib/kernel/format";
import { RETURNS, STARTS } from "@/lib/metrics/returns";

const STARTS_WORDS = { every: "Everyone active", first: "Newcomers" } as const;
const RETURNS_WORDS = { on: "In that", "on-or-after": "Or later" } as const;

/** Who comes back, and when: a row for those of each step, a cell for each step after. */
export function ReturnsPanel({ data: { returns, asked } }: Part) {
  const [, setFollow] = useQueryStates(usageParams, { history: "push", scroll: false });
  const { many } = LEVEL_WORDS[asked.level];
  const { one } = STEP_WORDS[asked.step];
  const rows = returns.map((row) => ({
    key: row.start,
    label: stepLabel(row.start, asked.step),
    size: row.size.toLocaleString("en-US"),
    cells: row.cells.map((count, index) => ({
      share: count === null || row.size === 0 ? null : count / row.size,
      partial: row.partial[index] ?? false,
    })),
  }));
  const words = (share: number | null) => (share === null ? "" : format(share, { unit: "share", digits: 0 }));
  const who = asked.from === "every" ? `${many} active in a ${one}` : `${many} whose first use ever was in a ${one}`;
  const how = asked.back === "on" ? `in exactly the ${one} so many after` : `in that ${one} or any later one shown`;
  const letter = one.charAt(0).toUpperCase();
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title="Return"
        heading={<h3 className="font-semibold">Return</h3>}
        fileName={`return-${asked.level}-${asked.step}-${asked.from}-${asked.back}`}
        height={triangleHeight(rows)}
        controls={
          <>
            <Segmented
              label="Of whom"
              value={asked.from}
              options={STARTS.map((value) => ({ value, label: STARTS_WORDS[value] }))}
              onChange={(from) => void setFollow({ from })}
            />
            <Segmented
              label="Back when"
              value={asked.back}
              options={RETURNS.map((value) => ({ value, label: value === "on" ? `${RETURNS_WORDS.on} ${one}` : RETURNS_WORDS[value] }))}
              onChange={(back) => void setFollow({ back })}
            />
          </>
        }
        caption={`Of ${who}, the share that was active again ${how}. A cell with a dashed edge is in a ${one} that is not over. PostHog calls rows of everyone active recurring; Amplitude names the two kinds of return “on” and “on or after”.`}
        twin={{
          columns: ["From", many === "people" ? "People" : "Accounts", ...returns.map((_, index) => `${letter}${index}`)],
          rows: rows.map((row, index) => ({
            key: row.key,
            cells: [row.label, row.size, ...returns.map((_, step) => words(row.cells[step]?.share ?? null))],
            file: [row.key, returns[index]?.size ?? null, ...returns.map((_, step) => returns[index]?.cells[step] ?? null)],
          })),
        }}
      >
        {returns.every(({ size }) => size === 0) ? (
          <p className="py-16 text-center text-ink-2 text-sm">Nobody to follow in this stretch.</p>
        ) : (
          <Triangle rows={rows} sizeName={many === "people" ? "People" : "Accounts"} stepName={letter} format={words} />
        )}
      </ChartFrame>
    </Sheet>
  );
}
