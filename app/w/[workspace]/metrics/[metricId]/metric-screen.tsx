"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { answered } from "@/app/w/[workspace]/answered";
import { tellingApart } from "@/app/w/[workspace]/dimension-selects";
import { DIMENSION_WORDS } from "@/app/w/[workspace]/dimension-words";
import { Dimmed } from "@/app/w/[workspace]/dimmed";
import { FilterBar } from "@/app/w/[workspace]/filter-bar";
import { metricAddress } from "@/app/w/[workspace]/metric-address";
import { Definition } from "@/app/w/[workspace]/metrics/[metricId]/definition";
import { Rows } from "@/app/w/[workspace]/metrics/[metricId]/rows";
import { SeeAlso } from "@/app/w/[workspace]/metrics/[metricId]/see-also";
import { Verdict } from "@/app/w/[workspace]/metrics/[metricId]/verdict";
import { NoFigures } from "@/app/w/[workspace]/no-figures";
import { metricKey } from "@/app/w/[workspace]/query-keys";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { Split } from "@/app/w/[workspace]/split";
import { Trend } from "@/app/w/[workspace]/trend";
import { useView } from "@/app/w/[workspace]/use-view";
import { filterOf, NONE } from "@/app/w/[workspace]/view";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { Skeleton } from "@/components/ui/skeleton";
import { type Dimension, RECORD_DIMENSIONS } from "@/lib/kernel/dimension";
import { readMetricAction } from "@/lib/metrics/actions";
import { comparedPeriod } from "@/lib/metrics/comparison";
import type { MetricPage } from "@/lib/metrics/loaders";

const OF_RECORDS: ReadonlySet<string> = new Set(RECORD_DIMENSIONS);

// How many values these have is known only when they are split by.
function isOfRecords(dimension: Dimension): boolean {
  return OF_RECORDS.has(dimension);
}

export function MetricScreen({
  workspace,
  me,
  span,
  values,
  face,
  faces,
  opensBy,
}: Omit<MetricPage, "data" | "rows" | "request" | "rowsRequest">) {
  const [view, setView] = useView();
  const worth = tellingApart(face.dimensions, values, (dimension) => dimension === view.by || isOfRecords(dimension));
  const by = face.dimensions.find((dimension) => dimension === view.by) ?? opensBy;
  const period = view.period ?? span.opensAt;
  const request = { id: face.id, compare: view.compare, where: filterOf(view, face.dimensions), by, workspace: workspace.slug, period };
  const { data, error, isPlaceholderData } = useQuery({
    queryKey: metricKey(request),
    queryFn: () => answered(readMetricAction(request)),
    placeholderData: keepPreviousData,
  });
  const [reading] = data?.now.metrics ?? [];
  if (span.firstMonth === null) return <NoFigures workspace={workspace.slug} />;
  if (!data || !reading) return <Skeleton className="h-96" />;
  const { asked } = data;
  const isFiltered = Object.keys(request.where).length > 0;
  return (
    <>
      <ScreenHead
        title={face.name}
        note={
          <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
            <p className="text-ink-2 text-lg">{face.question}</p>
            <SeeAlso workspace={workspace.slug} id={face.id} view={view} />
          </div>
        }
        asOf={data.asOf}
        timeZone={workspace.timeZone}
        stale={data.stale}
      >
        <FilterBar span={span} values={values} me={me} dimensions={face.dimensions} period={period} />
      </ScreenHead>
      <Dimmed when={isPlaceholderData} error={error}>
        <div className="grid gap-5 xl:grid-cols-[1fr_1.7fr]">
          <Verdict
            face={face}
            reading={reading}
            before={data.before?.metrics[0]}
            against={comparedPeriod(asked.period, asked.compare)}
            period={asked.period}
            currency={workspace.currency}
            isFiltered={isFiltered}
          />
          <Sheet className="pt-3.5">
            <Trend
              face={face}
              reading={reading}
              period={asked.period}
              title="Over time"
              isFiltered={isFiltered}
              compare={asked.compare}
              onOpen={(next) => void setView({ period: next })}
            />
          </Sheet>
        </div>
        {by === null ? null : (
          <Sheet className="pt-3.5">
            <Split
              title={`By ${DIMENSION_WORDS[by].toLowerCase()}`}
              name={face.name}
              reading={reading}
              digits={face.digits}
              scale={face.scale}
              period={asked.period}
              controls={
                <Segmented
                  label="Split by"
                  value={by}
                  options={worth.map((value) => ({ value, label: DIMENSION_WORDS[value] }))}
                  onChange={(next) => void setView({ by: next })}
                />
              }
              address={(value) => metricAddress(workspace.slug, face.id, view, { [by]: value ?? NONE })}
            />
          </Sheet>
        )}
      </Dimmed>
      <Rows workspace={workspace} face={face} faces={faces} reading={reading} period={period} dimmed={isPlaceholderData} />
      <Definition face={face} elsewhere={data.elsewhere} reading={reading} />
    </>
  );
}
