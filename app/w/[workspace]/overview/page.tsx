import type { Metadata } from "next";
import { OverviewScreen } from "@/app/w/[workspace]/overview/overview-screen";
import { overviewKey } from "@/app/w/[workspace]/query-keys";
import { accountDimension, filterOf, loadView } from "@/app/w/[workspace]/view";
import { Prefetched } from "@/components/shell/prefetched";
import { loadOverview } from "@/lib/overview/loaders";

export const metadata: Metadata = { title: "Overview" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function OverviewPage({ params, searchParams }: Props) {
  const view = await loadView(searchParams);
  const asked = { period: view.period, compare: view.compare, where: filterOf(view), by: accountDimension(view.by) };
  const { data, request, ...page } = await loadOverview((await params).workspace, asked);
  return (
    <Prefetched entries={[{ key: overviewKey(request), data }]}>
      <OverviewScreen {...page} />
    </Prefetched>
  );
}
