"use client";

import { useContinued } from "@/app/w/[workspace]/accounts/[accountId]/continued";
import { MoreButton } from "@/app/w/[workspace]/accounts/[accountId]/more-button";
import { AddButton, EditButton } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { Badge } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import { readTicketsAction } from "@/lib/accounts/actions";
import type { AccountView } from "@/lib/accounts/page/data";
import { format } from "@/lib/kernel/format";
import { describeDay } from "@/lib/kernel/period-words";
import type { ShownTicket } from "@/lib/tickets/data";

const TWO_DAYS = 48;

/** What they asked for help with, the open ones first. */
export function Tickets({
  tickets,
  ticketTotals,
  account,
  workspace,
}: Pick<AccountView, "tickets" | "ticketTotals" | "account" | "workspace">) {
  const { rows, more, busy } = useContinued(tickets, (after) =>
    readTicketsAction({ workspace: workspace.slug, account: account.id, after }),
  );
  const { all, open } = ticketTotals;
  return (
    <Sheet
      title="Tickets"
      note={all === 0 ? undefined : `${open.toLocaleString("en-US")} open of ${all.toLocaleString("en-US")}`}
      actions={<AddButton kind="tickets" />}
      flush
    >
      {rows.length === 0 ? <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">No ticket is known.</p> : null}
      <ul className="divide-y divide-line border-line border-t empty:border-0" aria-label="Tickets">
        {rows.map((ticket) => (
          <TicketLine key={ticket.id} ticket={ticket} />
        ))}
      </ul>
      <MoreButton words="Show more tickets" more={more} busy={busy} />
    </Sheet>
  );
}

function TicketLine({ ticket }: { ticket: ShownTicket }) {
  const { id, externalId, subject, isOpen, excluded, status, wasReopened, escalated, satisfaction, openedOn } = ticket;
  const times = [
    `opened ${describeDay(openedOn)}`,
    ticket.responseHours === null || ticket.responseHours < 0 ? null : `answered in ${timeWords(ticket.responseHours)}`,
    ticket.resolutionHours === null ? null : `solved in ${timeWords(ticket.resolutionHours)}`,
    ticket.priority,
    ticket.channel,
  ];
  return (
    <li className="grid grid-cols-1 gap-1 px-4 py-2.5">
      <div className="flex items-start justify-between gap-3">
        <span className="wrap-anywhere min-w-0 font-medium">{subject ?? externalId}</span>
        <span className="flex shrink-0 items-center gap-1.5">
          {satisfaction === null ? null : (
            <span className={`figures text-xs ${satisfaction >= 4 ? "text-good" : satisfaction <= 2 ? "text-bad" : "text-ink-2"}`}>
              {satisfaction} of 5<span className="sr-only"> satisfaction</span>
            </span>
          )}
          <EditButton kind="tickets" id={id} name={subject ?? externalId} />
        </span>
      </div>
      <p className="figures flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs">
        <Badge tone={isOpen ? "watch" : "plain"}>{excluded ? "Left out" : isOpen ? openWords(status) : "Solved"}</Badge>
        {wasReopened ? <Badge tone="watch">Reopened</Badge> : null}
        {escalated ? <Badge tone="bad">Escalated</Badge> : null}
        <span>{times.filter(Boolean).join(" · ")}</span>
      </p>
    </li>
  );
}

function openWords(status: string | null): string {
  if (status === "pending") return "Open, waits for them";
  return status === "hold" ? "Open, on hold" : "Open";
}

function timeWords(hours: number): string {
  const minutes = Math.round(hours * 60);
  if (minutes < 60) return `${minutes} min`;
  return hours < TWO_DAYS ? format(hours, { unit: "hours" }) : format(hours / 24, { unit: "days" });
}
