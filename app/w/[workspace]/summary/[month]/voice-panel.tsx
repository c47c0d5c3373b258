import { AnswerMark } from "@/app/w/[workspace]/feedback/answer-mark";
import { feedbackAddress } from "@/app/w/[workspace]/feedback/params";
import { VoiceFigure } from "@/app/w/[workspace]/feedback/voice-figure";
import { opens, type Part, wasOf } from "@/app/w/[workspace]/summary/[month]/context";
import { Restated } from "@/app/w/[workspace]/summary/[month]/restated";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { describeDay, describePeriod } from "@/lib/kernel/period-words";
import type { Theme } from "@/lib/summary/voice/data";

/** How customers feel, whether that changed, and what they speak of. */
export function VoicePanel({ workspace, summary, faces }: Part) {
  const { voice, periods } = summary;
  const against = voice.earlier === null ? undefined : "the 3 months before";
  return (
    <Sheet
      title="Customers' voice"
      note={`${describePeriod(periods.voice)}. Likely: the range that holds the true figure 19 times out of 20.`}
      flush
    >
      <div className="grid gap-px border-line border-y bg-line sm:grid-cols-3">
        {voice.held.map(({ now, before }) => {
          const face = faces.find(({ id }) => id === now.id);
          if (!face) return null;
          return (
            <div key={now.id} className="grid content-start bg-sheet">
              <VoiceFigure face={face} now={now} before={before} against={against} address={opens(workspace, now.id, periods.voice)} />
              <p className="px-4 pb-3 empty:hidden print:px-2 print:pb-1.5">
                <Restated was={wasOf(summary, now.id)} />
              </p>
            </div>
          );
        })}
      </div>
      {voice.themes.length === 0 ? (
        <p className="px-4 py-4 text-ink-2 text-sm">Too few wrote anything to tell what they speak of.</p>
      ) : (
        <div className="grid sm:grid-cols-2 sm:divide-x sm:divide-line">
          {voice.themes.map((theme) => (
            <ThemeCard key={theme.of} theme={theme} workspace={workspace.slug} period={periods.voice} />
          ))}
        </div>
      )}
      <p className="border-line border-t px-4 py-2 text-ink-3 text-xs print:py-1">
        A theme is the word, of those that say something, that stands in a larger share of one side's words than of the other's by most. It
        is counted, not understood.
      </p>
    </Sheet>
  );
}

function ThemeCard({
  theme: { of, word, answers, all, others, quote },
  workspace,
  period,
}: {
  theme: Theme;
  workspace: string;
  period: string;
}) {
  return (
    <div className="grid content-start gap-1.5 px-4 py-3 print:py-1.5">
      <p className="text-sm" data-testid={`theme-${of}`}>
        <span className="text-ink-3">{of === "bad" ? "Unhappy answers speak of" : "Happy answers speak of"} </span>
        <Link
          href={feedbackAddress(`/w/${workspace}/feedback`, { period, class: of, words: true, search: word })}
          className="font-semibold underline decoration-line-strong underline-offset-3 hover:decoration-current"
        >
          “{word}”
        </Link>
        <span className="figures text-ink-2">
          {" "}
          in {answers.toLocaleString("en-US")} of {all.toLocaleString("en-US")}, the others in {others.answers.toLocaleString("en-US")} of{" "}
          {others.all.toLocaleString("en-US")}
        </span>
      </p>
      {quote === null ? null : (
        <figure>
          <blockquote dir="auto" className="wrap-anywhere line-clamp-4 text-ink-2 text-sm">
            “{quote.comment}”
          </blockquote>
          <figcaption className="mt-1 flex flex-wrap items-baseline gap-x-2 text-ink-3 text-xs">
            <AnswerMark answer={quote} />
            {quote.account === null ? (
              "of no account"
            ) : (
              <Link href={`/w/${workspace}/accounts/${quote.account.id}`} className="font-medium text-ink-2 hover:underline">
                {quote.account.name}
              </Link>
            )}
            {describeDay(quote.answeredOn)}
          </figcaption>
        </figure>
      )}
    </div>
  );
}
