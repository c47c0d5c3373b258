"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { Badge, type Tone } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { describeClock } from "@/lib/kernel/period-words";
import { resendAction } from "@/lib/outbox/actions";
import type { ShownPost } from "@/lib/outbox/data";
import type { WebhooksView } from "@/lib/outbox/loaders";
import { type OutboxStatus, STATUS_WORDS } from "@/lib/outbox/rules";

const TONES: Record<OutboxStatus, Tone> = {
  queued: "plain",
  sending: "plain",
  sent: "good",
  failed: "watch",
  unknown: "watch",
  given_up: "bad",
};

export function Posts({ view: { workspace, posts, mayChange } }: { view: WebhooksView }) {
  if (posts.length === 0) return <p className="text-ink-2 text-sm">Nothing has left yet.</p>;
  return (
    <ul aria-label="Mails and webhooks" className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {posts.map((post) => (
        <Post key={post.id} post={post} workspace={workspace} mayChange={mayChange} />
      ))}
    </ul>
  );
}

function Post({ post, workspace, mayChange }: { post: ShownPost; workspace: string; mayChange: boolean }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const waitsForSomebody = post.status === "unknown" || post.status === "given_up";

  function again() {
    start(async () => {
      const answer = await resendAction({ workspace, id: post.id });
      if (!answer.ok) toast.error(answer.message);
      router.refresh();
    });
  }

  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 grow basis-72">
        <p className="truncate">
          {post.subject} <span className="text-ink-3">to {post.to}</span>
        </p>
        <p className="figures text-ink-3 text-xs">
          {post.kind === "mail" ? "Mail" : "Webhook"} · {describeClock(post.at)}
          {post.account ? ` · ${post.account.name}` : ""}
          {post.tries > 1 ? ` · ${post.tries} tries` : ""}
          {post.status === "failed" && post.nextAt ? ` · again on ${describeClock(post.nextAt)}` : ""}
        </p>
        {post.why ? <p className="text-ink-2 text-sm">{post.why}</p> : null}
      </div>
      <Badge tone={TONES[post.status]}>{STATUS_WORDS[post.status]}</Badge>
      {waitsForSomebody && mayChange ? (
        <Button size="sm" onClick={again} disabled={busy} aria-label={`Send “${post.subject}” to ${post.to} again`}>
          Send again
        </Button>
      ) : null}
    </li>
  );
}
