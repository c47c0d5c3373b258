import type { Metadata } from "next";
import { CohortsScreen } from "@/app/w/[workspace]/cohorts/cohorts-screen";
import { loadCohortView } from "@/app/w/[workspace]/cohorts/params";
import { cohortsKey } from "@/app/w/[workspace]/query-keys";
import { Prefetched } from "@/components/shell/prefetched";
import { loadCohorts } from "@/lib/metrics/loaders";

export const metadata: Metadata = { title: "Cohorts" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CohortsPage({ params, searchParams }: Props) {
  const { months } = await loadCohortView(searchParams);
  const { data, request, ...page } = await loadCohorts((await params).workspace, months);
  return (
    <Prefetched entries={[{ key: cohortsKey(request), data }]}>
      <CohortsScreen {...page} />
    </Prefetched>
  );
}
