import type { Metadata } from "next";
import { FeedbackScreen } from "@/app/w/[workspace]/feedback/feedback-screen";
import { loadFeedbackAsked } from "@/app/w/[workspace]/feedback/params";
import { loadFeedback } from "@/lib/feedback/loaders";

export const metadata: Metadata = { title: "Feedback" };

type Props = { params: Promise<{ workspace: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function FeedbackPage({ params, searchParams }: Props) {
  const asked = await loadFeedbackAsked(searchParams);
  return <FeedbackScreen view={await loadFeedback((await params).workspace, asked)} />;
}
