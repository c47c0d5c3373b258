import type { Metadata } from "next";
import { HealthScreen } from "@/app/w/[workspace]/health/health-screen";
import { healthAsked, loadHealthParams } from "@/app/w/[workspace]/health/params";
import { loadHealth } from "@/lib/health/loaders";

export const metadata: Metadata = { title: "Health" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function HealthPage({ params, searchParams }: Props) {
  const asked = healthAsked(await loadHealthParams(searchParams));
  return <HealthScreen page={await loadHealth((await params).workspace, asked)} />;
}
