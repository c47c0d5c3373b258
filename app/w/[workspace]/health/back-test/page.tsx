import type { Metadata } from "next";
import { BackTestScreen } from "@/app/w/[workspace]/health/back-test/back-test-screen";
import { loadBackTestParams } from "@/app/w/[workspace]/health/back-test/params";
import { loadBackTest } from "@/lib/health/back-test/loaders";

export const metadata: Metadata = { title: "Does health predict?" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function BackTestPage({ params, searchParams }: Props) {
  const { version, weights } = await loadBackTestParams(searchParams);
  return <BackTestScreen page={await loadBackTest((await params).workspace, { version, weights: weights !== null })} />;
}
