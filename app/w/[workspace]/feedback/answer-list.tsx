import { AnswerMark } from "@/app/w/[workspace]/feedback/answer-mark";
import { Link } from "@/components/ui/link";
import { describeDay } from "@/lib/kernel/period-words";
import type { Feedback } from "@/lib/surveys/data";

type Props = { rows: readonly Feedback[]; workspace: string; search: string };

/** Answers, each with its score, its words, whose it is, and where it came from. */
export function AnswerList({ rows, workspace, search }: Props) {
  return (
    <ul aria-label="Answers" className="divide-y divide-line border-line border-t empty:border-0">
      {rows.map((answer) => {
        const { id, comment, account, by, answeredOn, source } = answer;
        return (
          <li key={id} className="grid grid-cols-1 gap-x-6 gap-y-1 px-4 py-2.5 md:grid-cols-[11.5rem_15rem_minmax(0,1fr)]">
            <p className="md:pt-px">
              <AnswerMark answer={answer} />
            </p>
            <div className="min-w-0 text-sm">
              <p className="wrap-anywhere">
                {account === null ? (
                  <span className="text-ink-2">Of no account</span>
                ) : (
                  <Link href={`/w/${workspace}/accounts/${account.id}`} className="font-medium hover:underline">
                    {account.name}
                  </Link>
                )}
              </p>
              <p className="figures wrap-anywhere text-ink-3 text-xs">
                {by ?? "anonymous"} · {describeDay(answeredOn)} · {source}
              </p>
            </div>
            {comment === null ? (
              <p className="hidden text-ink-3 md:block">—</p>
            ) : (
              <blockquote dir="auto" className="wrap-anywhere max-w-prose whitespace-pre-line text-sm">
                <Found text={comment} search={search} />
              </blockquote>
            )}
          </li>
        );
      })}
    </ul>
  );
}

// Where letters change their number with their case, places cannot be told, and nothing is marked.
function Found({ text, search }: { text: string; search: string }) {
  const [whole, part] = [text.toLowerCase(), search.toLowerCase()];
  const at = part === "" || whole.length !== text.length ? -1 : whole.indexOf(part);
  if (at < 0) return text;
  return (
    <>
      {text.slice(0, at)}
      <mark className="rounded-sm bg-accent-wash text-ink">{text.slice(at, at + part.length)}</mark>
      <Found text={text.slice(at + part.length)} search={search} />
    </>
  );
}
