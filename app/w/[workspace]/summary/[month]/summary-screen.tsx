"use client";

import { NoFigures } from "@/app/w/[workspace]/no-figures";
import { Bridge } from "@/app/w/[workspace]/overview/bridge";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { CostPanel } from "@/app/w/[workspace]/summary/[month]/cost-panel";
import { DecisionsPanel } from "@/app/w/[workspace]/summary/[month]/decisions-panel";
import { MonthBar } from "@/app/w/[workspace]/summary/[month]/month-bar";
import { MoversPanel } from "@/app/w/[workspace]/summary/[month]/movers-panel";
import { RenewalsPanel } from "@/app/w/[workspace]/summary/[month]/renewals-panel";
import { ReportLine } from "@/app/w/[workspace]/summary/[month]/report-line";
import { RetentionPanel } from "@/app/w/[workspace]/summary/[month]/retention-panel";
import { Sentences } from "@/app/w/[workspace]/summary/[month]/sentences";
import { VoicePanel } from "@/app/w/[workspace]/summary/[month]/voice-panel";
import { loadView } from "@/app/w/[workspace]/view";
import { describeDay, describePeriod } from "@/lib/kernel/period-words";
import type { SummaryView } from "@/lib/summary/loaders";

/** A month on two pages: three sentences, then what they stand on, then what is asked. */
export function SummaryScreen({ view }: { view: SummaryView }) {
  const { workspace, summary, faces, span } = view;
  if (span.firstMonth === null) return <NoFigures workspace={workspace.slug} />;
  const part = { workspace, summary, faces };
  return (
    <div className="summary mx-auto max-w-5xl">
      <p className="hidden pb-2 text-ink-3 text-xs print:block">
        {workspace.name}, {describePeriod(summary.month)}, all accounts. Printed from Bellwether as of {describeDay(summary.today)}.
      </p>
      <ScreenHead
        title="What happened, why, what do we decide?"
        asOf={summary.asOf}
        timeZone={workspace.timeZone}
        stale={summary.stale}
        note={<ReportLine {...part} mayReport={view.mayReport} />}
      >
        <MonthBar workspace={workspace.slug} month={summary.month} first={span.firstMonth} last={span.thisMonth} />
      </ScreenHead>
      <div className="grid grid-cols-1 gap-5 print:gap-3">
        <Sentences {...part} />
        <RetentionPanel {...part} />
        <div className="print:[&_figcaption]:hidden print:[&_figure>div]:min-h-0! print:[&_svg]:h-auto!">
          <Bridge
            workspace={workspace.slug}
            currency={workspace.currency}
            period={summary.periods.month}
            view={{ ...loadView({}), period: summary.periods.month }}
            data={{ now: { metrics: [summary.bridge] } }}
            height={200}
          />
        </div>
        <MoversPanel {...part} />
        <RenewalsPanel {...part} />
        <VoicePanel {...part} />
        <CostPanel {...part} />
        <DecisionsPanel key={`${summary.month} ${summary.asked.version}`} {...part} mayAsk={view.mayReport} />
      </div>
    </div>
  );
}
