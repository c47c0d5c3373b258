"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered } from "@/app/w/[workspace]/answered";
import { Dimmed } from "@/app/w/[workspace]/dimmed";
import { FilterBar } from "@/app/w/[workspace]/filter-bar";
import { NoFigures } from "@/app/w/[workspace]/no-figures";
import { Bridge } from "@/app/w/[workspace]/overview/bridge";
import { Headlines } from "@/app/w/[workspace]/overview/headlines";
import { HealthPanel } from "@/app/w/[workspace]/overview/health-panel";
import { MoversPanel } from "@/app/w/[workspace]/overview/movers-panel";
import { PulsePanels } from "@/app/w/[workspace]/overview/pulse-panels";
import { RiskPanel } from "@/app/w/[workspace]/overview/risk-panel";
import { SplitPanel } from "@/app/w/[workspace]/overview/split-panel";
import { TeamPanel } from "@/app/w/[workspace]/overview/team-panel";
import { TrendPanel } from "@/app/w/[workspace]/overview/trend-panel";
import { Words } from "@/app/w/[workspace]/overview/words";
import { overviewKey } from "@/app/w/[workspace]/query-keys";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { useView } from "@/app/w/[workspace]/use-view";
import { accountDimension, filterOf } from "@/app/w/[workspace]/view";
import { Skeleton } from "@/components/ui/skeleton";
import { DIMENSIONS } from "@/lib/kernel/dimension";
import { readOverviewAction } from "@/lib/overview/actions";
import type { OverviewPage } from "@/lib/overview/loaders";

export function OverviewScreen({ workspace, me, span, values, faces }: Omit<OverviewPage, "data" | "request" | "firstSteps">) {
  const [view] = useView();
  const request = {
    compare: view.compare,
    where: filterOf(view),
    by: accountDimension(view.by),
    workspace: workspace.slug,
    period: view.period ?? span.opensAt,
  };
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: overviewKey(request),
    queryFn: () => answered(readOverviewAction(request)),
    placeholderData: keepPreviousData,
  });
  if (span.firstMonth === null) return <NoFigures workspace={workspace.slug} />;
  if (!data) return <Skeleton className="h-96" />;
  const context = { workspace: workspace.slug, currency: workspace.currency, period: data.asked.period, view };
  return (
    <>
      <ScreenHead title="Are we keeping what we have?" asOf={data.asOf} timeZone={workspace.timeZone} stale={data.stale}>
        <FilterBar span={span} values={values} me={me} dimensions={DIMENSIONS} period={request.period} />
      </ScreenHead>
      <Dimmed when={isPlaceholderData} error={error}>
        <Headlines {...context} faces={faces} data={data} compare={data.asked.compare} />
        <div className="grid gap-5 xl:grid-cols-[1.15fr_1fr]">
          <Bridge {...context} data={data} />
          <TrendPanel {...context} faces={faces} data={data} />
        </div>
        <HealthPanel {...context} data={data} />
        <RiskPanel {...context} data={data} />
        <div className="grid items-start gap-5 xl:grid-cols-[1.85fr_1fr]">
          <MoversPanel {...context} data={data} />
          <SplitPanel {...context} data={data} by={request.by} values={values} />
        </div>
        <PulsePanels {...context} data={data} faces={faces} compare={data.asked.compare} />
        <TeamPanel {...context} data={data} />
        <Words workspace={workspace.slug} words={data.words} />
      </Dimmed>
    </>
  );
}
