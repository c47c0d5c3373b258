"use client";

import { answerWords } from "@/app/w/[workspace]/accounts/[accountId]/answer-words";
import { useContinued } from "@/app/w/[workspace]/accounts/[accountId]/continued";
import { MoreButton } from "@/app/w/[workspace]/accounts/[accountId]/more-button";
import { Badge } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import { readAnswersAction } from "@/lib/accounts/actions";
import type { AccountView } from "@/lib/accounts/page/data";
import { describeDay } from "@/lib/kernel/period-words";

/** What their people said, in their words. */
export function Answers({ answers, voice, account, workspace }: Pick<AccountView, "answers" | "voice" | "account" | "workspace">) {
  const { rows, more, busy } = useContinued(answers, (after) =>
    readAnswersAction({ workspace: workspace.slug, account: account.id, after }),
  );
  return (
    <Sheet title="Answers" note={voice.answers === 0 ? undefined : `${voice.answers.toLocaleString("en-US")} in all, newest first`} flush>
      {rows.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">Nobody has answered a survey.</p>
      ) : null}
      <ul className="divide-y divide-line border-line border-t empty:border-0" aria-label="Answers">
        {rows.map((answer) => {
          const { words, tone } = answerWords(answer);
          return (
            <li key={answer.id} className="grid gap-1 px-4 py-2.5">
              {answer.comment ? <blockquote className="break-words">“{answer.comment}”</blockquote> : null}
              <p className="figures flex flex-wrap items-center gap-x-2 gap-y-1 text-ink-3 text-xs">
                <Badge tone={tone}>{words}</Badge>
                <span>
                  {answer.by ?? "anonymous"} · {describeDay(answer.answeredOn)}
                </span>
              </p>
            </li>
          );
        })}
      </ul>
      <MoreButton words="Show more answers" more={more} busy={busy} />
    </Sheet>
  );
}
