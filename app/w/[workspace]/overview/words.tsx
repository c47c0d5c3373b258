import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { describeDay } from "@/lib/kernel/period-words";
import type { Word } from "@/lib/metrics/words";

const KINDS: Record<Word["kind"], string> = { nps: "NPS", csat: "CSAT", ces: "CES" };

/** The newest words, each with the score beside which it was written and who wrote it. */
export function Words({ workspace, words }: { workspace: string; words: readonly Word[] }) {
  if (words.length === 0) return null;
  return (
    <Sheet title="Newest words" flush>
      <ul className="divide-y divide-line border-line border-t md:flex md:divide-x md:divide-y-0">
        {words.map(({ id, accountId, name, kind, score, scale, comment, day }) => (
          <li key={id} className="wrap-anywhere min-w-0 px-4 py-3 md:flex-1">
            <blockquote dir="auto" className="line-clamp-3 text-ink-2 text-sm">
              “{comment}”
            </blockquote>
            <p className="mt-1 text-ink-3 text-xs">
              {accountId === null ? (
                "Anonymous"
              ) : (
                <Link href={`/w/${workspace}/accounts/${accountId}`} className="font-medium text-ink-2 hover:underline">
                  {name}
                </Link>
              )}
              , {KINDS[kind]} {score === null ? "unanswered" : `${score} of ${scale}`}, {describeDay(day)}
            </p>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
