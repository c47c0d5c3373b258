"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";
import { DimensionSelect } from "@/app/w/[workspace]/dimension-select";
import { tellingApart } from "@/app/w/[workspace]/dimension-selects";
import { PeriodSelect } from "@/app/w/[workspace]/period-select";
import { useView } from "@/app/w/[workspace]/use-view";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Select } from "@/components/ui/select";
import { ALL_DIMENSIONS, type Dimension } from "@/lib/kernel/dimension";
import { describePeriod } from "@/lib/kernel/period-words";
import { COMPARISONS, comparedPeriod } from "@/lib/metrics/comparison";
import type { Frame } from "@/lib/metrics/loaders";

const NO_FILTERS = Object.fromEntries(ALL_DIMENSIONS.map((dimension) => [dimension, null]));

/** How many filters stand in the bar before one asks for the rest. */
const FIRST = 4;

/** The period, what it is held against, and who is counted. All of it stands in the address. */
export function FilterBar({
  span,
  values,
  me,
  dimensions,
  period,
}: Pick<Frame, "span" | "values" | "me"> & { dimensions: readonly Dimension[]; period: string }) {
  const [view, setView] = useView();
  const [open, setOpen] = useState(false);
  const active = dimensions.filter((dimension) => view[dimension] !== null);
  const worth = tellingApart(dimensions, values, (dimension) => active.includes(dimension));
  const always = worth.filter((dimension, index) => index < FIRST || active.includes(dimension));
  const select = (dimension: Dimension) => (
    <DimensionSelect
      key={dimension}
      dimension={dimension}
      value={view[dimension]}
      values={values}
      me={me}
      onChange={(next) => void setView({ [dimension]: next })}
    />
  );
  return (
    <search aria-label="What is shown" className="no-print flex flex-wrap items-center gap-1.5">
      <PeriodSelect span={span} period={period} onChange={(next) => void setView({ period: next })} />
      <Select
        label="Compared with"
        lead="vs"
        value={view.compare}
        onChange={(next) => void setView({ compare: COMPARISONS.find((known) => known === next) ?? null })}
        options={COMPARISONS.map((compare) => ({ value: compare, label: comparisonWords(comparedPeriod(period, compare)) }))}
      />
      <div className={cx("flex-wrap items-center gap-1.5 md:flex", open ? "flex" : "hidden")}>
        {always.map(select)}
        {open ? worth.filter((dimension) => !always.includes(dimension)).map(select) : null}
      </div>
      <Button
        look="quiet"
        size="md"
        className={cx("text-sm", worth.length <= always.length && "md:hidden")}
        aria-expanded={open}
        onClick={() => setOpen(!open)}
      >
        <SlidersHorizontal aria-hidden className="size-3.5" /> {open ? "Fewer filters" : "More filters"}
      </Button>
      {active.length > 0 ? (
        <Button look="quiet" size="sm" onClick={() => void setView(NO_FILTERS)}>
          <X aria-hidden className="size-3.5" /> Clear {active.length === 1 ? "filter" : `${active.length} filters`}
        </Button>
      ) : null}
    </search>
  );
}

function comparisonWords(period: string | null): string {
  return period === null ? "nothing" : describePeriod(period).replace("12 months to ", "");
}
