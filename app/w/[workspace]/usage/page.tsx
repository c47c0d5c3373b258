import type { Metadata } from "next";
import { usageKey } from "@/app/w/[workspace]/query-keys";
import { loadUsageView } from "@/app/w/[workspace]/usage/params";
import { UsageScreen } from "@/app/w/[workspace]/usage/usage-screen";
import { filterOf, loadView } from "@/app/w/[workspace]/view";
import { Prefetched } from "@/components/shell/prefetched";
import { loadUsage } from "@/lib/metrics/loaders";

export const metadata: Metadata = { title: "Usage" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function UsagePage({ params, searchParams }: Props) {
  const view = await loadView(searchParams);
  const asked = { period: view.period, compare: view.compare, where: filterOf(view), ...(await loadUsageView(searchParams)) };
  const { data, request, ...page } = await loadUsage((await params).workspace, asked);
  return (
    <Prefetched entries={[{ key: usageKey(request), data }]}>
      <UsageScreen {...page} />
    </Prefetched>
  );
}
