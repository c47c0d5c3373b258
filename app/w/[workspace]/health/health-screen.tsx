"use client";

import { DimensionSelects } from "@/app/w/[workspace]/dimension-selects";
import { BandMatrix } from "@/app/w/[workspace]/health/band-matrix";
import { BandTrend } from "@/app/w/[workspace]/health/band-trend";
import { Distribution } from "@/app/w/[workspace]/health/distribution";
import { HealthMovers } from "@/app/w/[workspace]/health/health-movers";
import { HEALTH_DIMENSIONS, healthParams, SPANS } from "@/app/w/[workspace]/health/params";
import { ImportStep } from "@/app/w/[workspace]/import-step";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { useAsked } from "@/app/w/[workspace]/use-asked";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import type { HealthPage } from "@/lib/health/loaders";

/** How the accounts are, where the money stands, and who changed, with why. */
export function HealthScreen({ page: { workspace, me, values, request, view, asOf } }: { page: HealthPage }) {
  const { asked, setAsked, reading } = useAsked(healthParams);
  const here = `/w/${workspace.slug}/health`;
  return (
    <>
      <ScreenHead title="How healthy are our customers?" asOf={asOf} timeZone={workspace.timeZone} stale={view?.stale ?? false}>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <search aria-label="What is shown" className="no-print flex flex-wrap items-center gap-1.5">
            <DimensionSelects
              dimensions={HEALTH_DIMENSIONS}
              {...{ asked, values, me }}
              onChange={(dimension, next) => void setAsked({ [dimension]: next })}
            />
          </search>
          <nav aria-label="More about health" className="no-print flex flex-wrap gap-1.5">
            <Button asChild size="sm">
              <Link href={`${here}/scorecards`}>Scorecards</Link>
            </Button>
            <Button asChild size="sm">
              <Link href={`${here}/back-test`}>Does it predict?</Link>
            </Button>
          </nav>
        </div>
      </ScreenHead>
      {view === null || view.cells.length === 0 ? (
        <Sheet>
          <NoHealth workspace={workspace.slug} isFiltered={Object.keys(request.where).length > 0} />
        </Sheet>
      ) : (
        <div className={cx("grid gap-5", reading && "stale")}>
          <Distribution view={view} workspace={workspace} asked={asked} />
          <div className="grid items-start gap-5 xl:grid-cols-2">
            <BandTrend view={view} step={request.step} onStep={(step) => void setAsked({ step })} />
            <BandMatrix view={view} workspace={workspace} asked={asked} />
          </div>
          <HealthMovers
            view={view}
            workspace={workspace}
            days={request.days}
            controls={
              <Segmented
                label="Compared with"
                value={String(request.days)}
                options={SPANS.map((days) => ({ value: String(days), label: `${days} days` }))}
                onChange={(days) => void setAsked({ days: Number(days) })}
              />
            }
          />
        </div>
      )}
    </>
  );
}

function NoHealth({ workspace, isFiltered }: { workspace: string; isFiltered: boolean }) {
  if (isFiltered) return <EmptyState title="No account matches">Loosen a filter.</EmptyState>;
  return (
    <EmptyState title="No health yet" step={<ImportStep workspace={workspace} />}>
      Health is made of what customers use, ask, answer and pay. Bring accounts and any of these, and every account is scored by the end of
      each day.
    </EmptyState>
  );
}
