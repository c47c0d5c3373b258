import { redirect } from "next/navigation";
import { loadLastMonth } from "@/lib/summary/loaders";

export default async function LastMonthPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  redirect(`/w/${workspace}/summary/${await loadLastMonth(workspace)}`);
}
