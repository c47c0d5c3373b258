import type { Metadata } from "next";
import { MetricScreen } from "@/app/w/[workspace]/metrics/[metricId]/metric-screen";
import { metricKey, rowsKey } from "@/app/w/[workspace]/query-keys";
import { filterOf, loadView } from "@/app/w/[workspace]/view";
import { Prefetched } from "@/components/shell/prefetched";
import { loadMetric } from "@/lib/metrics/loaders";
import { findMetric } from "@/lib/metrics/registry";

type Props = {
  params: Promise<{ workspace: string; metricId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findMetric((await params).metricId)?.face.name ?? "Metric" };
}

export default async function MetricPage({ params, searchParams }: Props) {
  const { workspace, metricId } = await params;
  const view = await loadView(searchParams);
  const asked = {
    id: metricId,
    period: view.period,
    compare: view.compare,
    where: filterOf(view, findMetric(metricId)?.face.dimensions),
    by: view.by,
    search: view.search,
    sort: view.sort,
  };
  const { data, rows, request, rowsRequest, ...page } = await loadMetric(workspace, asked);
  return (
    <Prefetched
      entries={[
        { key: metricKey(request), data },
        { key: rowsKey(rowsRequest), data: rows },
      ]}
    >
      <MetricScreen {...page} />
    </Prefetched>
  );
}
