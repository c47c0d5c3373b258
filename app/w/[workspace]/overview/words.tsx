import Link from "next/link";
import { describeDay } from "@/lib/kernel/period-words";
import type { Word } from "@/lib/metrics/words";

const KINDS: Record<Word["kind"], string> = { nps: "NPS", csat: "CSAT", ces: "CES" };

/** The newest words, each with the score beside which it was written and who wrote it. */
export function Words({ workspace, words }: { workspace: string; words: readonly Word[] }) {
  if (words.length === 0) return null;
  return (
    <div className="border-line border-t px-4 pt-3 pb-1">
      <h3 className="eyebrow">Newest words</h3>
      <ul className="divide-y divide-line">
        {words.map(({ id, accountId, name, kind, score, scale, comment, day }) => (
          <li key={id} className="py-2.5">
            <blockquote className="line-clamp-3 text-ink-2 text-sm">“{comment}”</blockquote>
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
    </div>
  );
}
