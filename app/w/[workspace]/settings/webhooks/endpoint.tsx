"use client";

import { useRouter } from "next/navigation";
import { useTransition } from "react";
import { toast } from "sonner";
import { ChangeEndpoint } from "@/app/w/[workspace]/settings/webhooks/change-endpoint";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { describeClock } from "@/lib/kernel/period-words";
import {
  endFormerSecretAction,
  removeEndpointAction,
  rotateSecretAction,
  testEndpointAction,
  turnEndpointAction,
} from "@/lib/outbox/actions";
import type { ShownEndpoint } from "@/lib/outbox/data";
import type { WebhooksView } from "@/lib/outbox/loaders";
import type { ActionResult } from "@/lib/platform/failure";

type Props = { endpoint: ShownEndpoint; view: WebhooksView; onSecret: (secret: string) => void };

export function Endpoint({ endpoint, view: { workspace, mayChange }, onSecret }: Props) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const { id, version, name, isOff } = endpoint;
  const opened = { workspace, id, version };

  function run<Data>(act: () => Promise<ActionResult<Data>>, then?: (data: Data) => void) {
    start(async () => {
      const answer = await act();
      if (answer.ok) then?.(answer.data);
      else toast.error(answer.message);
      router.refresh();
    });
  }

  return (
    <li className="grid gap-2 px-4 py-3">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <p className="font-medium">{name}</p>
        <State endpoint={endpoint} />
      </div>
      <p className="break-all text-ink-3 text-sm">
        {endpoint.url} · by {endpoint.author}
      </p>
      {mayChange ? (
        <div className="-ml-2.5 flex flex-wrap">
          <ChangeEndpoint endpoint={endpoint} workspace={workspace} />
          <Button
            look="quiet"
            size="sm"
            disabled={busy || isOff}
            onClick={() =>
              run(
                () => testEndpointAction({ workspace, id }),
                () => toast.success("A ping is on its way. Below it says how it went."),
              )
            }
          >
            Send a ping
          </Button>
          <Button
            look="quiet"
            size="sm"
            disabled={busy}
            onClick={() =>
              run(
                () => rotateSecretAction(opened),
                ({ secret }) => onSecret(secret),
              )
            }
          >
            New secret
          </Button>
          {endpoint.hasFormerSecret ? (
            <Button look="quiet" size="sm" disabled={busy} onClick={() => run(() => endFormerSecretAction(opened))}>
              End the former secret
            </Button>
          ) : null}
          <Button
            look="quiet"
            size="sm"
            disabled={busy}
            onClick={() => run(() => turnEndpointAction({ ...opened, to: isOff ? "on" : "off" }))}
          >
            {isOff ? "Turn on" : "Turn off"}
          </Button>
          <Button
            look="quiet"
            size="sm"
            disabled={busy}
            onClick={() => run(() => removeEndpointAction(opened))}
            aria-label={`Remove ${name}`}
          >
            Remove
          </Button>
        </div>
      ) : null}
    </li>
  );
}

function State({ endpoint: { isOff, failingSince } }: { endpoint: ShownEndpoint }) {
  if (isOff) return <Badge>Off</Badge>;
  return failingSince ? <Badge tone="bad">Failing since {describeClock(failingSince)}</Badge> : <Badge tone="good">On</Badge>;
}
