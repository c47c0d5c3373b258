"use client";

import { useQueryStates } from "nuqs";
import { LEVEL_WORDS, STEP_WORDS } from "@/app/w/[workspace]/usage/context";
import { usageParams } from "@/app/w/[workspace]/usage/params";
import { useView } from "@/app/w/[workspace]/use-view";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { LEVELS, STEPS } from "@/lib/metrics/activity";
import type { UsageScreen } from "@/lib/metrics/usage-screen";

const ANY = "";

/** Who the two charts below follow, in what steps, and by the use of what. */
export function Followed({ data }: { data: UsageScreen }) {
  const [, setFollow] = useQueryStates(usageParams, { history: "push", scroll: false });
  const [view, setView] = useView();
  const names = data.features.features.map(({ feature }) => feature);
  const known = view.feature === null || names.includes(view.feature) ? names : [view.feature, ...names];
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <h2 className="headline mr-auto text-lg">Who stays with it</h2>
      <Segmented
        label="Follow"
        value={data.asked.level}
        options={LEVELS.map((value) => ({ value, label: <span className="capitalize">{LEVEL_WORDS[value].many}</span> }))}
        onChange={(level) => void setFollow({ level })}
      />
      <Segmented
        label="In steps of"
        value={data.asked.step}
        options={STEPS.map((value) => ({ value, label: <span className="capitalize">{STEP_WORDS[value].many}</span> }))}
        onChange={(step) => void setFollow({ step })}
      />
      <Select
        label="Feature"
        lead="Feature"
        value={view.feature ?? ANY}
        options={[{ value: ANY, label: "any" }, ...known.map((value) => ({ value, label: value }))]}
        onChange={(feature) => void setView({ feature: feature === ANY ? null : feature })}
        className={view.feature === null ? "" : "border-accent bg-accent-wash"}
      />
    </div>
  );
}
