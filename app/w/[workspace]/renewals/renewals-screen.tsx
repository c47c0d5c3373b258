"use client";

import { ImportStep } from "@/app/w/[workspace]/import-step";
import { AccuracyPanel } from "@/app/w/[workspace]/renewals/accuracy-panel";
import { CalendarPanel } from "@/app/w/[workspace]/renewals/calendar-panel";
import { CoveragePanel } from "@/app/w/[workspace]/renewals/coverage-panel";
import { DuePanel } from "@/app/w/[workspace]/renewals/due-panel";
import { type RenewalsParams, renewalsParams, STEP } from "@/app/w/[workspace]/renewals/params";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { useAsked } from "@/app/w/[workspace]/use-asked";
import { WhoseSelect } from "@/app/w/[workspace]/whose-select";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { describePeriod } from "@/lib/kernel/period-words";
import type { RenewalsView } from "@/lib/renewals/loaders";
import { WINDOWS } from "@/lib/renewals/schema";

/** What falls due, what is called, what nobody looks after, and how good calls have been. */
export function RenewalsScreen({ view }: { view: RenewalsView }) {
  const { workspace, me, owners, hasTeam, asked, due, calendar, coverage, stood, asOf } = view;
  const { setAsked, reading } = useAsked(renewalsParams);
  const change = (changed: Partial<RenewalsParams>) => void setAsked({ limit: STEP, ...changed });
  const isEmpty = due.totals.contracts === 0 && calendar.cells.length === 0 && asked.whose === "all";
  return (
    <>
      <ScreenHead title="What comes up for renewal?" asOf={asOf} timeZone={workspace.timeZone} stale={false}>
        <search aria-label="What is shown" className="no-print flex flex-wrap items-center gap-1.5">
          <WhoseSelect value={asked.whose} me={me} owners={owners} hasTeam={hasTeam} onChange={(whose) => change({ whose })} />
          <Segmented
            label="Due within"
            value={asked.due ?? String(asked.days)}
            options={[
              ...(asked.due === null ? [] : [{ value: asked.due, label: describePeriod(asked.due) }]),
              ...WINDOWS.map((days) => ({ value: String(days), label: `${days} days` })),
            ]}
            onChange={(next) => change({ due: null, days: WINDOWS.find((days) => String(days) === next) ?? 90 })}
          />
        </search>
      </ScreenHead>
      <div aria-busy={reading} className={cx("grid grid-cols-1 gap-5", reading && "stale")}>
        {isEmpty ? (
          <Sheet>
            <EmptyState title="No renewal is known" step={<ImportStep workspace={workspace.slug} />}>
              Contracts say what falls due and when. Import them, or add one on an account's page.
            </EmptyState>
          </Sheet>
        ) : (
          <>
            <DuePanel view={view} onChange={change} onMore={() => void setAsked({ limit: asked.limit + STEP })} />
            <CalendarPanel calendar={calendar} currency={workspace.currency} />
          </>
        )}
        <div className="grid grid-cols-1 items-start gap-5 xl:grid-cols-[1fr_1.35fr]">
          <CoveragePanel coverage={coverage} workspace={workspace} today={view.today} />
          <AccuracyPanel stood={stood} />
        </div>
      </div>
    </>
  );
}
