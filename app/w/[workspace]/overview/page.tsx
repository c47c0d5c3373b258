import type { Metadata } from "next";
import { FirstSteps } from "@/app/w/[workspace]/first-steps/first-steps";
import { StepsLine } from "@/app/w/[workspace]/first-steps/steps-line";
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
  const { data, request, firstSteps, ...page } = await loadOverview((await params).workspace, asked);
  if (firstSteps && page.span.firstMonth === null) return <FirstSteps view={firstSteps} />;
  return (
    <Prefetched entries={[{ key: overviewKey(request), data }]}>
      {firstSteps ? <StepsLine view={firstSteps} /> : null}
      <OverviewScreen {...page} />
    </Prefetched>
  );
}
