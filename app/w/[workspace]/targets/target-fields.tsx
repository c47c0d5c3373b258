"use client";

import { useState } from "react";
import { useBearings } from "@/app/w/[workspace]/bearings";
import { useValueWords } from "@/components/metric/owners";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { NativeSelect } from "@/components/ui/native-select";
import type { Day } from "@/lib/kernel/period";
import { describePeriod, periodText } from "@/lib/kernel/period-words";
import type { Unit } from "@/lib/kernel/unit";
import type { Aimed } from "@/lib/targets/loaders";
import { SPANS, type Span, startOf, startsAround, type Target, typedOf } from "@/lib/targets/rules";

type Props = { aimed: readonly Aimed[]; target: Target | undefined; span: Span };

const SPAN_WORDS: Record<Span, string> = { month: "A month", quarter: "A quarter", year: "Twelve months" };

/** Of which number, how much, over how long a stretch, from when on, and whose it is. */
export function TargetFields({ aimed, target, span: opensAt }: Props) {
  const { currency, members, me, today } = useBearings();
  const words = useValueWords();
  const [metric, setMetric] = useState(target?.metric ?? aimed[0]?.id ?? "");
  const [span, setSpan] = useState(opensAt);
  const chosen = aimed.find(({ id }) => id === metric);
  const unit = chosen?.unit ?? "count";
  const first = target && target.span === span ? target.fromDay : startOf(span, today);
  const starts = [...new Set([...startsAround(span, today), first])].sort().reverse();
  return (
    <>
      {aimed.length === 1 ? (
        <input type="hidden" name="metric" value={metric} />
      ) : (
        <Field label="Number">
          <NativeSelect
            name="metric"
            value={metric}
            onChange={({ target: { value } }) => setMetric(value)}
            options={aimed.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
      )}
      <div className="grid items-start gap-x-4 gap-y-3.5 sm:grid-cols-2">
        <Field label={`Goal${unitWords(unit, currency)}`}>
          <Input
            name="value"
            inputMode="decimal"
            autoFocus
            autoComplete="off"
            defaultValue={target && target.metric === metric ? typedOf(target.value, { unit, currency }) : ""}
            className="figures"
          />
        </Field>
        <Field label="Over">
          <NativeSelect
            name="span"
            value={span}
            onChange={({ target: { value } }) => setSpan(SPANS.find((known) => known === value) ?? "month")}
            options={SPANS.map((value) => ({ value, label: SPAN_WORDS[value] }))}
          />
        </Field>
        <Field label="From">
          <NativeSelect
            key={span}
            name="fromDay"
            defaultValue={first}
            options={starts.map((day) => ({ value: day, label: nameOf(span, day) }))}
          />
        </Field>
        <Field label="Until">
          <NativeSelect
            name="until"
            defaultValue={target?.standing === false ? "over" : "changed"}
            options={[
              { value: "changed", label: "It is changed" },
              { value: "over", label: `That ${span} is over` },
            ]}
          />
        </Field>
        <Field label="Who owns it">
          <NativeSelect
            name="owner"
            defaultValue={target ? (target.owner?.id ?? "") : me.memberId}
            options={[{ value: "", label: "Nobody" }, ...members.map(({ id, email }) => ({ value: id, label: words("owner", email) }))]}
          />
        </Field>
      </div>
    </>
  );
}

function nameOf(span: Span, day: Day): string {
  return describePeriod(periodText({ kind: span, start: day, end: day }));
}

function unitWords(unit: Unit, currency: string): string {
  if (unit === "share") return ", in %";
  if (unit === "money") return `, in ${currency}`;
  return unit === "hours" || unit === "days" ? `, in ${unit}` : "";
}
