import type { Metadata } from "next";
import { loadTodayParams } from "@/app/w/[workspace]/today/params";
import { TodayScreen } from "@/app/w/[workspace]/today/today-screen";
import { loadToday } from "@/lib/signals/queue/loaders";

export const metadata: Metadata = { title: "Today" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function TodayPage({ params, searchParams }: Props) {
  const { whose } = await loadTodayParams(searchParams);
  return <TodayScreen view={await loadToday((await params).workspace, whose)} />;
}
