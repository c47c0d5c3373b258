"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useQueryStates } from "nuqs";
import { answered } from "@/app/w/[workspace]/answered";
import { Dimmed } from "@/app/w/[workspace]/dimmed";
import { FilterBar } from "@/app/w/[workspace]/filter-bar";
import { usageKey } from "@/app/w/[workspace]/query-keys";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { FeaturesPanel } from "@/app/w/[workspace]/usage/features-panel";
import { Followed } from "@/app/w/[workspace]/usage/followed";
import { LifecyclePanel } from "@/app/w/[workspace]/usage/lifecycle-panel";
import { usageParams } from "@/app/w/[workspace]/usage/params";
import { ReturnsPanel } from "@/app/w/[workspace]/usage/returns-panel";
import { UseNumbers } from "@/app/w/[workspace]/usage/use-numbers";
import { useView } from "@/app/w/[workspace]/use-view";
import { filterOf } from "@/app/w/[workspace]/view";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import { readUsageAction } from "@/lib/metrics/actions";
import type { UsagePage } from "@/lib/metrics/loaders";

export function UsageScreen({ workspace, me, span, values, faces }: Omit<UsagePage, "data" | "request">) {
  const [view] = useView();
  const [follow] = useQueryStates(usageParams);
  const request = {
    workspace: workspace.slug,
    period: view.period ?? span.opensAt,
    compare: view.compare,
    where: filterOf(view),
    ...follow,
  };
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: usageKey(request),
    queryFn: () => answered(readUsageAction(request)),
    placeholderData: keepPreviousData,
  });
  if (!data) return <Skeleton className="h-96" />;
  const context = { workspace: workspace.slug, view, data };
  return (
    <>
      <ScreenHead title="Is it used?" asOf={data.asOf} timeZone={workspace.timeZone} stale={data.stale}>
        <FilterBar span={span} values={values} me={me} dimensions={DIMENSIONS} period={request.period} />
      </ScreenHead>
      <Dimmed when={isPlaceholderData} error={error}>
        <UseNumbers {...context} faces={faces} />
        {data.features.features.length === 0 ? (
          <Sheet>
            <EmptyState
              title={span.firstMonth === null ? "No use yet" : "No use in the year up to this period"}
              step={
                <Link href={`/w/${workspace.slug}/data`} className="font-medium text-sm underline">
                  Bring in a file of use
                </Link>
              }
            >
              Rows that say which account used which feature, when and how often fill this page. Where they name the user too, people are
              counted.
            </EmptyState>
          </Sheet>
        ) : (
          <>
            <FeaturesPanel {...context} />
            <Followed data={data} />
            <div className="grid items-start gap-5 xl:grid-cols-[1fr_1.15fr]">
              <LifecyclePanel {...context} />
              <ReturnsPanel {...context} />
            </div>
          </>
        )}
      </Dimmed>
    </>
  );
}
