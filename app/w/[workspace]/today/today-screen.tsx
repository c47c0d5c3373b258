"use client";

import { useEffect } from "react";
import { ActingProvider } from "@/app/w/[workspace]/acting/acting";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { DueTasks } from "@/app/w/[workspace]/today/due-tasks";
import { NewAnswers } from "@/app/w/[workspace]/today/new-answers";
import { NextRenewals } from "@/app/w/[workspace]/today/next-renewals";
import { todayParams } from "@/app/w/[workspace]/today/params";
import { Queue } from "@/app/w/[workspace]/today/queue";
import { SinceThen } from "@/app/w/[workspace]/today/since-then";
import { useAsked } from "@/app/w/[workspace]/use-asked";
import { cx } from "@/components/ui/cx";
import { Segmented } from "@/components/ui/segmented";
import { seeTodayAction } from "@/lib/signals/queue/actions";
import type { TodayView } from "@/lib/signals/queue/today";

/** Whom to save today, in order, and what else the morning holds. */
export function TodayScreen({ view }: { view: TodayView }) {
  const { workspace, members, me, mayWrite, today, asOf, whose, stale } = view;
  const { setAsked, reading } = useAsked(todayParams);
  useEffect(() => void seeTodayAction({ workspace: workspace.slug }), [workspace.slug]);
  return (
    <ActingProvider setting={{ workspace: workspace.slug, timeZone: workspace.timeZone, members, me, today, asOf }} mayWrite={mayWrite}>
      <ScreenHead title="Whom do I save today?" asOf={asOf} timeZone={workspace.timeZone} stale={stale}>
        <Segmented
          label="Whose accounts"
          value={whose}
          onChange={(next) => void setAsked({ whose: next })}
          className="justify-self-start"
          options={[
            { value: "mine", label: "Mine" },
            { value: "team", label: "My team" },
            { value: "all", label: "Everybody" },
          ]}
        />
      </ScreenHead>
      <div className={cx("grid items-start gap-5 min-[88rem]:grid-cols-[minmax(0,1fr)_22rem]", reading && "stale")}>
        <Queue view={view} />
        <div className="grid min-w-0 gap-5 md:grid-cols-2 min-[88rem]:grid-cols-1">
          <DueTasks view={view} />
          <SinceThen view={view} />
          <NextRenewals view={view} />
          <NewAnswers view={view} />
        </div>
      </div>
    </ActingProvider>
  );
}
