"use client";

import { KINDS, lastMonth, periodChoices, periodOf } from "@/app/w/[workspace]/period-choices";
import { Select } from "@/components/ui/select";
import { type PeriodKind, parsePeriod } from "@/lib/kernel/period";
import { describePeriod } from "@/lib/kernel/period-words";
import type { Span } from "@/lib/metrics/data";

/** What kind of period, and which of them. */
export function PeriodSelect({ span, period, onChange }: { span: Span; period: string; onChange: (period: string) => void }) {
  const kind: PeriodKind = parsePeriod(period)?.kind ?? "t12m";
  const first = span.firstMonth ?? span.thisMonth;
  const choices = periodChoices(kind === "range" ? "month" : kind, { first, last: span.thisMonth });
  const kinds = kind === "range" ? [...KINDS, { value: "range", label: "Days" } as const] : KINDS;
  const listed = choices.some(({ value }) => value === period) ? choices : [{ value: period, label: describePeriod(period) }, ...choices];

  function turn(next: string) {
    const wanted = KINDS.find(({ value }) => value === next);
    const [month = span.newestMonth] = [lastMonth(period) ?? span.newestMonth, span.thisMonth].sort();
    if (wanted) onChange(periodOf(wanted.value, month));
  }

  return (
    <div className="flex">
      <Select label="Kind of period" value={kind} options={kinds} onChange={turn} className="rounded-r-none border-r-0 text-ink-2" />
      <Select label="Period" value={period} options={listed} onChange={onChange} className="rounded-l-none" />
    </div>
  );
}
