import { answerWords } from "@/app/w/[workspace]/accounts/[accountId]/answer-words";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { describeDay } from "@/lib/kernel/period-words";
import type { TodayView } from "@/lib/signals/queue/today";

/** What customers answered since one was here last. */
export function NewAnswers({ view: { answers, since, workspace } }: { view: TodayView }) {
  const { rows, all } = answers;
  const when = since.isFirst ? "in the last 7 days" : `since ${describeDay(since.on)}`;
  return (
    <Sheet flush title="New answers" note={`${all.toLocaleString("en-US")} ${when}`}>
      <ul aria-label="New answers" className="divide-y divide-line border-line border-t empty:border-0">
        {rows.map(({ id, account, name, kind, score, scale, comment, on }) => {
          const { words, tone } = answerWords({ kind, score, scale });
          return (
            <li key={id} className="px-4 py-2 text-sm">
              <p className="flex flex-wrap items-baseline justify-between gap-x-3">
                <Link href={`/w/${workspace.slug}/accounts/${account}`} className="wrap-anywhere min-w-0 font-medium hover:underline">
                  {name}
                </Link>
                <Badge tone={tone}>{words}</Badge>
              </p>
              <p className="wrap-anywhere text-ink-2 text-xs">
                <span className="figures text-ink-3">{describeDay(on)}</span>
                {comment ? <span className="ml-1.5">“{comment}”</span> : null}
              </p>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}
