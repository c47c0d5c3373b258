import { redirect } from "next/navigation";
import { requireScope } from "@/lib/platform/session";

export default async function SettingsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { slug } = await requireScope((await params).workspace, "/w/[workspace]/settings");
  redirect(`/w/${slug}/settings/people`);
}
