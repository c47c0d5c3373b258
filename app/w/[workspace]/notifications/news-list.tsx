"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { describeClock } from "@/lib/kernel/period-words";
import { markReadAction } from "@/lib/notifications/actions";
import type { ShownNews } from "@/lib/notifications/data";
import type { NotificationsView } from "@/lib/notifications/loaders";
import { TOPICS } from "@/lib/notifications/topics";

export function NewsList({ view: { workspace, news } }: { view: NotificationsView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const unread = news.filter(({ isRead }) => !isRead).length;
  const choices = <Link href={`/w/${workspace}/settings/notifications`}>What you hear of</Link>;

  function read(ids: string[] | null) {
    start(async () => {
      const answer = await markReadAction({ workspace, ids });
      if (!answer.ok) toast.error(answer.message);
      router.refresh();
    });
  }

  if (news.length === 0)
    return (
      <Sheet>
        <EmptyState title="Nothing yet" step={<Button asChild>{choices}</Button>}>
          Mentions, tasks given to you, and what happens on your accounts will stand here.
        </EmptyState>
      </Sheet>
    );
  return (
    <Sheet
      title={unread === 0 ? "All read" : `${unread} unread`}
      note={news.length === 100 ? "The last hundred" : undefined}
      flush
      actions={
        <>
          <Button size="sm" asChild>
            {choices}
          </Button>
          <Button size="sm" disabled={busy || unread === 0} onClick={() => read(null)}>
            Mark all as read
          </Button>
        </>
      }
    >
      <ul aria-label="Notifications" className="divide-y divide-line border-line border-t">
        {news.map((each) => (
          <Item key={each.id} news={each} busy={busy} onRead={() => read([each.id])} />
        ))}
      </ul>
    </Sheet>
  );
}

function Item({ news: { topic, text, link, at, isRead }, busy, onRead }: { news: ShownNews; busy: boolean; onRead: () => void }) {
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <span aria-hidden className={cx("mt-2 size-2 shrink-0 rounded-full", isRead ? "bg-transparent" : "bg-accent")} />
      <div className="min-w-0 grow">
        <Link
          href={link}
          {...(isRead ? {} : { onClick: onRead })}
          className={cx("break-words hover:text-accent", isRead ? "text-ink-2" : "font-medium")}
        >
          {isRead ? null : <span className="sr-only">Unread: </span>}
          {text}
        </Link>
        <p className="figures text-ink-3 text-xs">
          {TOPICS.find(({ id }) => id === topic)?.name ?? topic} · {describeClock(at)}
        </p>
      </div>
      {isRead ? null : (
        <Button look="quiet" size="sm" disabled={busy} onClick={onRead} aria-label={`Mark as read: ${text}`}>
          Read
        </Button>
      )}
    </li>
  );
}
