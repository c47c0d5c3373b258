"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { answered } from "@/app/w/[workspace]/answered";
import { CohortTriangle } from "@/app/w/[workspace]/cohorts/cohort-triangle";
import { cohortParams, KEPT } from "@/app/w/[workspace]/cohorts/params";
import { Dimmed } from "@/app/w/[workspace]/dimmed";
import { NoFigures } from "@/app/w/[workspace]/no-figures";
import { cohortsKey } from "@/app/w/[workspace]/query-keys";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { readCohortsAction } from "@/lib/metrics/actions";
import type { CohortsPage } from "@/lib/metrics/loaders";
import { COHORT_SPANS } from "@/lib/metrics/schema";

const KEPT_WORDS = { customers: "Customers", mrr: "MRR" } as const;

export function CohortsScreen({ workspace }: Omit<CohortsPage, "data" | "request">) {
  const [{ months, kept }, setView] = useQueryStates(cohortParams, { history: "push", scroll: false });
  const request = { workspace: workspace.slug, months };
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: cohortsKey(request),
    queryFn: () => answered(readCohortsAction(request)),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Skeleton className="h-96" />;
  if (data.cohorts.length === 0) return <NoFigures workspace={workspace.slug} />;
  return (
    <>
      <ScreenHead title="How long do they stay?" asOf={data.asOf} timeZone={workspace.timeZone} stale={data.stale}>
        <search aria-label="What is shown" className="no-print flex flex-wrap items-center gap-2">
          <Segmented
            label="What is kept"
            value={kept}
            options={KEPT.map((value) => ({ value, label: KEPT_WORDS[value] }))}
            onChange={(next) => void setView({ kept: next })}
          />
          <Select
            label="Followed for"
            lead="Followed for"
            value={String(months)}
            options={COHORT_SPANS.map((value) => ({ value: String(value), label: `${value} months` }))}
            onChange={(next) => void setView({ months: COHORT_SPANS.find((value) => String(value) === next) ?? null })}
          />
        </search>
      </ScreenHead>
      <Dimmed when={isPlaceholderData} error={error}>
        <Sheet className="pt-3.5">
          <CohortTriangle cohorts={data.cohorts} months={data.months} kept={kept} currency={workspace.currency} />
        </Sheet>
      </Dimmed>
    </>
  );
}
