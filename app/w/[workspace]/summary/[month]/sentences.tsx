import { opens, type Part } from "@/app/w/[workspace]/summary/[month]/context";
import { Link } from "@/components/ui/link";
import type { Piece } from "@/lib/summary/sentences";

/** What happened, why, and what comes next; each number and account leads to where it comes from. */
export function Sentences({ workspace, summary }: Part) {
  return (
    <section
      aria-label="In three sentences"
      className="rounded-lg border border-line bg-sheet px-4 py-4 sm:px-6 sm:py-5 print:px-3 print:py-2"
    >
      <dl className="grid gap-x-6 gap-y-3 sm:grid-cols-[8.5rem_minmax(0,1fr)] print:gap-y-1.5">
        {summary.sentences.map(({ lead, pieces }) => (
          <div key={lead} className="contents">
            <dt className="eyebrow pt-1">{lead}</dt>
            <dd className="wrap-anywhere -mt-2 max-w-prose text-lg leading-relaxed sm:mt-0 print:max-w-none print:text-base print:leading-snug">
              {pieces.map((piece, index) => {
                const address = addressOf(workspace, piece);
                return address === null ? (
                  piece.text
                ) : (
                  <Link
                    key={index}
                    href={address}
                    className="font-medium underline decoration-line-strong underline-offset-3 hover:decoration-current"
                  >
                    {piece.text}
                  </Link>
                );
              })}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function addressOf(workspace: Part["workspace"], { metric, account, page }: Piece): string | null {
  if (metric) return opens(workspace, metric.id, metric.period);
  if (account) return `/w/${workspace.slug}/accounts/${account}`;
  return page ? `/w/${workspace.slug}/${page}` : null;
}
