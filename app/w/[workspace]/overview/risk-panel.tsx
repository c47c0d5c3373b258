import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/overview/context";
import { FILLS } from "@/app/w/[workspace]/renewals/calendar-panel";
import { renewalsAddress } from "@/app/w/[workspace]/renewals/params";
import { NONE } from "@/app/w/[workspace]/view";
import { BandShape } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import { addMonths } from "@/lib/kernel/period";
import { describePeriod } from "@/lib/kernel/period-words";
import { type QuarterRisk, totalOf } from "@/lib/portfolio/rules";
import { quarterText } from "@/lib/renewals/calendar";
import { COVERED_DAYS } from "@/lib/renewals/covered";

const BANDS = ["red", "yellow"] as const;

/** How much of the money is at risk or on watch, and when it renews: a quarter opens its renewals. */
export function RiskPanel({ workspace, currency, view, data: { health, book } }: Part) {
  if (health === null || book.lines.length === 0) return null;
  const { quarter: current, risk, lines } = book;
  const { atRisk, untouched } = totalOf(lines);
  const next = addMonths(current, 3);
  const due = (quarter: string) => formatShortMoney(risk.find((each) => each.quarter === quarter)?.red.mrr ?? 0, currency);
  const most = Math.max(1, ...risk.map(({ red, yellow }) => red.mrr + yellow.mrr));
  const unpriced = risk.reduce((sum, each) => sum + each.unpriced, 0);
  const whose = view.owner === null || view.owner === NONE ? {} : { whose: view.owner };
  return (
    <Sheet
      title="Money at risk by renewal quarter"
      note={`MRR of accounts at risk or on watch, by when their next renewal is due.${unpriced > 0 ? ` ${count(unpriced)} not counted for want of an exchange rate.` : ""}`}
      flush
    >
      <div className="grid grid-cols-1 border-line border-t lg:grid-cols-[minmax(16rem,1fr)_2.4fr] lg:divide-x lg:divide-line">
        <div className="px-4 py-4" data-testid="mrr-at-risk">
          <Link href={metricAddress(workspace, "at-risk-mrr", view)} className="eyebrow hover:underline">
            MRR at risk
          </Link>
          <p className="figures mt-1 font-semibold text-2xl" title={formatMoney(atRisk.mrr, currency)}>
            {formatShortMoney(atRisk.mrr, currency)}
          </p>
          <p className="figures mt-1 text-ink-2 text-sm">
            in {count(atRisk.accounts)} {atRisk.accounts === 1 ? "account" : "accounts"},{" "}
            <span title={`At risk, and no call, mail or meeting in ${COVERED_DAYS} days`}>{count(untouched.accounts)} untouched</span>
          </p>
          <p className="figures mt-1 text-ink-2 text-sm">
            this quarter {due(current)} · next {due(next)}
          </p>
        </div>
        {risk.length === 0 ? (
          <p className="px-4 py-8 text-center text-ink-2 text-sm">Nobody is at risk or on watch.</p>
        ) : (
          <ul className="divide-y divide-line border-line border-t lg:border-t-0" aria-label="Money at risk by renewal quarter">
            {risk.map((each) => (
              <li key={each.quarter}>
                {each.quarter === null ? (
                  <Bar risk={each} name="No renewal known" currency={currency} most={most} />
                ) : (
                  <Link
                    href={`/w/${workspace}/renewals${renewalsAddress({ ...whose, due: quarterText(each.quarter), shown: "risk" })}`}
                    className="block outline-offset-[-3px] hover:bg-sunk/50"
                  >
                    <Bar risk={each} name={nameOf(each.quarter, current)} currency={currency} most={most} />
                  </Link>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
    </Sheet>
  );
}

function Bar({ risk, name, currency, most }: { risk: QuarterRisk; name: string; currency: string; most: number }) {
  return (
    <span className="grid grid-cols-[7.5rem_1fr] items-center gap-x-3 gap-y-1 px-4 py-2 text-sm sm:grid-cols-[8.5rem_1fr_13rem]">
      <span className="whitespace-nowrap">{name}</span>
      <span aria-hidden className="flex h-2.5 overflow-hidden rounded-full">
        {BANDS.map((band) => (
          <span key={band} className={FILLS[band]} style={{ width: `${(100 * risk[band].mrr) / most}%` }} />
        ))}
      </span>
      <span className="figures col-start-2 grid gap-y-0.5 text-xs sm:col-start-3 sm:flex sm:justify-between sm:gap-x-4">
        {BANDS.map((band) => (
          <span key={band} className="inline-flex items-center gap-1.5 whitespace-nowrap" title={formatMoney(risk[band].mrr, currency)}>
            <BandShape band={band} className="size-2" />
            <span className="sr-only">{BAND_WORDS[band]}: </span>
            {risk[band].accounts === 0 ? (
              <span className="text-ink-3">none</span>
            ) : (
              <>
                <span className="font-semibold">{formatShortMoney(risk[band].mrr, currency)}</span>
                <span className="text-ink-3">in {count(risk[band].accounts)}</span>
              </>
            )}
          </span>
        ))}
      </span>
    </span>
  );
}

function nameOf(quarter: string, current: string): string {
  const name = describePeriod(quarterText(quarter));
  if (quarter < current) return `${name}, overdue`;
  return quarter === current ? `${name}, this one` : name;
}

function count(n: number): string {
  return n.toLocaleString("en-US");
}
