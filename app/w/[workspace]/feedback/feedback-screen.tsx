"use client";

import { Download } from "lucide-react";
import { useContinued } from "@/app/w/[workspace]/accounts/[accountId]/continued";
import { MoreButton } from "@/app/w/[workspace]/accounts/[accountId]/more-button";
import { AnswerList } from "@/app/w/[workspace]/feedback/answer-list";
import { FeedbackFilters } from "@/app/w/[workspace]/feedback/feedback-filters";
import { type FeedbackParams, feedbackAddress, feedbackParams } from "@/app/w/[workspace]/feedback/params";
import { VoiceFigure } from "@/app/w/[workspace]/feedback/voice-figure";
import { ImportStep } from "@/app/w/[workspace]/import-step";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { useAsked } from "@/app/w/[workspace]/use-asked";
import { viewAddress } from "@/app/w/[workspace]/view";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Sheet } from "@/components/ui/sheet";
import { readFeedbackAction } from "@/lib/feedback/actions";
import type { FeedbackView } from "@/lib/feedback/loaders";
import { describePeriod } from "@/lib/kernel/period-words";

/** What customers answered and said, found and filtered, under the numbers it comes to. */
export function FeedbackScreen({ view }: { view: FeedbackView }) {
  const { workspace, me, span, values, request, faces, figures, total, asOf } = view;
  const { asked, setAsked, reading } = useAsked(feedbackParams);
  const change = (changed: Partial<FeedbackParams>) => void setAsked(changed);
  const { rows, more, busy } = useContinued(view.answers, (after) => readFeedbackAction({ workspace: workspace.slug, ...request, after }));
  const { period, segment, owner } = { ...asked, period: request.period };
  const against = figures.earlier === null ? undefined : describePeriod(figures.earlier).replace("12 months to ", "");
  const isNarrowed =
    asked.kind !== null || asked.class !== null || asked.words || asked.search !== "" || segment !== null || owner !== null;
  return (
    <>
      <ScreenHead title="What do customers say?" asOf={asOf} timeZone={workspace.timeZone} stale={false}>
        <FeedbackFilters {...{ span, values, me, asked, period }} onChange={change} />
      </ScreenHead>
      <div aria-busy={reading} className={cx("grid grid-cols-1 gap-5", reading && "stale")}>
        <section aria-label="Numbers of voice">
          <div className="grid gap-px overflow-hidden rounded-lg border border-line bg-line sm:grid-cols-3">
            {faces.flatMap((face) => {
              const now = figures.now.find(({ id }) => id === face.id);
              const before = figures.before.find(({ id }) => id === face.id);
              const address = viewAddress(`/w/${workspace.slug}/metrics/${face.id}`, { period, segment, owner });
              return now ? <VoiceFigure key={face.id} {...{ face, now, before, against, address }} /> : [];
            })}
          </div>
          <p className="mt-2 text-ink-3 text-xs">
            {describePeriod(period)}, of everybody asked{segment || owner ? " among the accounts chosen" : ""}. Question, feeling and words
            narrow the list alone. Satisfaction also counts what was told on solved tickets.
          </p>
        </section>
        <Sheet
          flush
          title="Answers"
          note={
            <span data-testid="feedback-total" aria-live="polite">
              {total.answers.toLocaleString("en-US")} {total.answers === 1 ? "answer" : "answers"}, {total.words.toLocaleString("en-US")}{" "}
              with words, newest first
            </span>
          }
          actions={
            total.answers === 0 ? null : (
              <Button asChild size="sm">
                <a href={feedbackAddress(`/w/${workspace.slug}/feedback/rows`, { ...asked, period })} download>
                  <Download aria-hidden className="size-3.5" /> CSV
                </a>
              </Button>
            )
          }
        >
          {total.answers === 0 ? (
            <Nothing workspace={workspace.slug} isNarrowed={isNarrowed} />
          ) : (
            <>
              <AnswerList rows={rows} workspace={workspace.slug} search={asked.search} />
              <MoreButton words={`Show more, ${(total.answers - rows.length).toLocaleString("en-US")} are left`} more={more} busy={busy} />
            </>
          )}
        </Sheet>
      </div>
    </>
  );
}

function Nothing({ workspace, isNarrowed }: { workspace: string; isNarrowed: boolean }) {
  if (isNarrowed)
    return <EmptyState title="No answer matches">Loosen a filter, look at a longer period, or search for something else.</EmptyState>;
  return (
    <EmptyState title="Nobody answered in this period" step={<ImportStep workspace={workspace} />}>
      Answers come from your surveys: NPS, satisfaction and effort, with the words people wrote beside their scores.
    </EmptyState>
  );
}
