"use client";

import { useBearings } from "@/app/w/[workspace]/bearings";
import { TargetDialog } from "@/app/w/[workspace]/targets/target-dialog";
import { useTarget } from "@/app/w/[workspace]/targets/use-target";
import { OwnerName } from "@/components/metric/owners";
import { TargetWords } from "@/components/metric/target-words";
import { Button } from "@/components/ui/button";
import { parsePeriod } from "@/lib/kernel/period";
import type { MetricFace, Reading } from "@/lib/metrics/types";
import { spanOf, spanWords } from "@/lib/targets/rules";

type Props = { face: MetricFace; reading: Reading; period: string; isFiltered: boolean };

/** What the number was to reach, who owns that, and the one step that sets or changes it. */
export function TargetPart({ face, reading, period, isFiltered }: Props) {
  const { mayTarget } = useBearings();
  const held = useTarget(period, isFiltered)(face, reading);
  if (face.better === "neither" || (!held && !mayTarget)) return null;
  const kind = parsePeriod(period)?.kind ?? "month";
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-2 gap-y-0.5">
      {held ? (
        <>
          <TargetWords target={held.shown} />
          <span className="text-ink-3 text-xs">
            {spanWords(held.target)}
            {held.target.owner ? (
              <>
                , owned by <OwnerName email={held.target.owner.email} />
              </>
            ) : null}
          </span>
        </>
      ) : null}
      {mayTarget ? (
        <span className="no-print -ml-2.5 inline-flex flex-wrap">
          {held ? (
            <TargetDialog
              aimed={[face]}
              target={held.target}
              trigger={
                <Button look="quiet" size="sm" className="h-7 text-ink-3">
                  Change
                </Button>
              }
            />
          ) : null}
          <TargetDialog
            aimed={[face]}
            span={spanOf(kind) ?? "month"}
            trigger={
              <Button look="quiet" size="sm" className="h-7 text-ink-3">
                {held ? "Set another" : "Set a target"}
              </Button>
            }
          />
        </span>
      ) : null}
    </div>
  );
}
