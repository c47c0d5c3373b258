import Link from "next/link";
import { accountsAddress, type HealthParams } from "@/app/w/[workspace]/health/params";
import { byBand, sumOf } from "@/app/w/[workspace]/health/sums";
import { BandMark } from "@/components/ui/band";
import { Sheet } from "@/components/ui/sheet";
import type { HealthView } from "@/lib/health/data";
import { ruleWords } from "@/lib/health/words";
import { format } from "@/lib/kernel/format";
import type { Band } from "@/lib/kernel/health-score";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";

type Props = { view: HealthView; workspace: { slug: string; currency: string }; asked: HealthParams };

const BARS: Record<Band, string> = { green: "bg-good", yellow: "bg-watch", red: "bg-bad", unknown: "bg-line-strong" };

/** How many accounts, and how much of the money, stand in each band. Each opens its accounts. */
export function Distribution({ view, workspace, asked }: Props) {
  const whole = sumOf(view.cells);
  const mean = whole.scored === 0 ? null : whole.scores / whole.scored;
  const share = (part: number, of: number) => (of === 0 ? 0 : part / of);
  const apart = [
    whole.scored === 0 && whole.accounts > 0 ? "Too little is known for a score: bring what they use, ask, answer and pay." : "",
    whole.overridden > 0 ? `${whole.overridden} set by hand.` : "",
    whole.unpriced > 0 ? `${whole.unpriced} without their money, for want of an exchange rate.` : "",
  ].join(" ");
  return (
    <Sheet
      title={`${whole.accounts.toLocaleString("en-US")} accounts, mean score ${format(mean, { unit: "score" })}`}
      note={`${ruleWords(view.bands)} ${apart}`}
      flush
    >
      <ul className="grid grid-cols-1 gap-px border-line border-t bg-line sm:grid-cols-2 lg:grid-cols-4" aria-label="Accounts by health">
        {byBand(view.cells).map(({ band, sum }) => (
          <li key={band} className="bg-sheet">
            <Link
              href={`/w/${workspace.slug}/accounts${accountsAddress({ ...asked, days: null, step: null, band })}`}
              className="grid gap-2 px-4 py-3.5 outline-offset-[-3px] hover:bg-sunk/50"
              data-testid={`band-${band}`}
            >
              <BandMark band={band} />
              <span className="flex items-baseline justify-between gap-3">
                <span className="headline figures text-3xl">{sum.accounts.toLocaleString("en-US")}</span>
                <span className="figures text-right text-ink-2 text-sm" title={formatMoney(sum.mrr, workspace.currency)}>
                  {formatShortMoney(sum.mrr, workspace.currency)} MRR
                </span>
              </span>
              {[
                { name: "of accounts", part: share(sum.accounts, whole.accounts) },
                { name: "of MRR", part: share(sum.mrr, whole.mrr) },
              ].map(({ name, part }) => (
                <span key={name} className="grid grid-cols-[1fr_7.5rem] items-center gap-2 text-ink-3 text-xs">
                  <span aria-hidden className="h-1.5 overflow-hidden rounded-full bg-sunk">
                    <span className={`block h-full ${BARS[band]}`} style={{ width: `${part * 100}%` }} />
                  </span>
                  <span className="figures">
                    {format(part, { unit: "share" })} {name}
                  </span>
                </span>
              ))}
            </Link>
          </li>
        ))}
      </ul>
    </Sheet>
  );
}
