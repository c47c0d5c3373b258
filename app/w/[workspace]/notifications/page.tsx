import type { Metadata } from "next";
import { NewsList } from "@/app/w/[workspace]/notifications/news-list";
import { loadNotifications } from "@/lib/notifications/loaders";

export const metadata: Metadata = { title: "Notifications" };

export default async function NotificationsPage({ params }: { params: Promise<{ workspace: string }> }) {
  const view = await loadNotifications((await params).workspace);
  return (
    <div className="mx-auto grid max-w-4xl gap-5">
      <h1 className="headline text-2xl">What is new to you?</h1>
      <NewsList view={view} />
    </div>
  );
}
