"use client";

import { useRef } from "react";
import { CallButton } from "@/app/w/[workspace]/renewals/call-dialog";
import { RenewalBand, SaidWords } from "@/app/w/[workspace]/renewals/renewal-words";
import { OwnerName } from "@/components/metric/owners";
import { cx } from "@/components/ui/cx";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import { moveByArrows, useWindowed } from "@/components/ui/windowed";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay, describeDistance } from "@/lib/kernel/period-words";
import type { DueRenewal } from "@/lib/renewals/data";

export type DueList = { rows: readonly DueRenewal[]; workspace: { slug: string; currency: string }; mayCall: boolean };

const ROW = 55;

/** The renewals in columns; of very many, those near what is seen. */
export function DueTable({ rows, workspace, mayCall }: DueList) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { from, to, above, below, measure } = useWindowed(body, rows.length, ROW);
  return (
    <div className="hidden md:block">
      <Table label="Renewals due" file="renewals-due" aria-rowcount={rows.length + 1}>
        <thead>
          <tr>
            <Th>Account</Th>
            <Th>Due</Th>
            <Th numeric>Value</Th>
            <Th>Health</Th>
            <Th className="hidden lg:table-cell">Last two-way touch</Th>
            <Th numeric className="hidden lg:table-cell">
              Tasks
            </Th>
            <Th>Call</Th>
            {mayCall ? (
              <Th>
                <span className="sr-only">Say something of it</span>
              </Th>
            ) : null}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={moveByArrows}>
          {above > 0 ? <tr aria-hidden style={{ height: above }} /> : null}
          {rows.slice(from, to).map((renewal, index) => (
            <tr
              key={renewal.id}
              ref={measure}
              data-index={from + index}
              aria-rowindex={from + index + 2}
              className={cx("align-top hover:bg-sunk/50", renewal.disagrees && "bg-bad-wash/40")}
            >
              <Td className="wrap-anywhere min-w-44">
                <Link href={`/w/${workspace.slug}/accounts/${renewal.account.id}`} data-account className="font-medium hover:underline">
                  {renewal.account.name}
                </Link>
                <p className="text-ink-3 text-xs">
                  {renewal.account.owner === null ? "nobody's" : <OwnerName email={renewal.account.owner} />}
                </p>
              </Td>
              <Td className="figures whitespace-nowrap">
                {describeDay(renewal.dueOn)}
                <p className={cx("text-xs", renewal.daysLeft < 0 ? "font-medium text-bad" : "text-ink-3")}>
                  {renewal.daysLeft < 0 ? `past due, ${describeDistance(renewal.daysLeft)}` : describeDistance(renewal.daysLeft)}
                </p>
              </Td>
              <Td numeric>
                {formatMoney(renewal.value, renewal.currency)}
                {renewal.termMonths === 12 ? null : <p className="text-ink-3 text-xs">over {renewal.termMonths} months</p>}
              </Td>
              <Td>
                <RenewalBand renewal={renewal} />
              </Td>
              <Td className="figures hidden whitespace-nowrap text-ink-2 lg:table-cell">
                {renewal.touchedOn === null ? "never" : describeDay(renewal.touchedOn)}
              </Td>
              <Td numeric className="hidden lg:table-cell">
                {renewal.tasks}
              </Td>
              <Td className="min-w-44">
                <SaidWords renewal={renewal} />
              </Td>
              {mayCall ? (
                <Td className="text-right">
                  <CallButton workspace={workspace.slug} renewal={renewal} />
                </Td>
              ) : null}
            </tr>
          ))}
          {below > 0 ? <tr aria-hidden style={{ height: below }} /> : null}
        </tbody>
      </Table>
    </div>
  );
}
