import { HealthMovers } from "@/app/w/[workspace]/health/health-movers";
import { accountsAddress } from "@/app/w/[workspace]/health/params";
import { byBand, sumOf } from "@/app/w/[workspace]/health/sums";
import type { Part } from "@/app/w/[workspace]/overview/context";
import { BandMark } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { ruleWords } from "@/lib/health/words";
import { format } from "@/lib/kernel/format";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";

const DAYS = 30;

/** How the accounts are today, how much of the money is at risk, and who changed band. */
export function HealthPanel({ workspace, currency, view, data: { health } }: Part) {
  if (health === null || health.cells.length === 0) return null;
  const whole = sumOf(health.cells);
  const bands = byBand(health.cells);
  const risk = bands.find(({ band }) => band === "red")?.sum;
  const mean = whole.scored === 0 ? null : whole.scores / whole.scored;
  const { segment, plan, owner, region, stage } = view;
  const filters = { segment, plan, owner, region, stage };
  return (
    <div className="grid items-start gap-5 xl:grid-cols-[1fr_1.85fr]">
      <Sheet
        title={
          <Link href={`/w/${workspace}/health`} className="hover:underline">
            Health {format(mean, { unit: "score" })}
          </Link>
        }
        note={`On ${describeDay(health.day)}. ${ruleWords(health.bands)}`}
        flush
      >
        <ul className="divide-y divide-line border-line border-t" aria-label="Accounts by health">
          {bands.map(({ band, sum }) => (
            <li key={band}>
              <Link
                href={`/w/${workspace}/accounts${accountsAddress({ ...filters, band })}`}
                className="flex items-baseline justify-between gap-3 px-4 py-2 outline-offset-[-3px] hover:bg-sunk/50"
              >
                <BandMark band={band} />
                <span className="figures text-right">
                  <span className="font-semibold">{sum.accounts.toLocaleString("en-US")}</span>{" "}
                  <span className="text-ink-3 text-xs" title={formatMoney(sum.mrr, currency)}>
                    {formatShortMoney(sum.mrr, currency)}
                  </span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
        <p className="border-line border-t px-4 py-3 text-ink-2 text-sm" data-testid="at-risk">
          {risk && risk.accounts > 0
            ? `${formatMoney(risk.mrr, currency)} of MRR is at risk, in ${risk.accounts.toLocaleString("en-US")} ${risk.accounts === 1 ? "account" : "accounts"}.`
            : "No money is at risk."}
        </p>
      </Sheet>
      <HealthMovers view={health} workspace={{ slug: workspace, currency }} days={DAYS} />
    </div>
  );
}
