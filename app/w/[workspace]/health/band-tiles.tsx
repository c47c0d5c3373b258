import { BandMark } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { format } from "@/lib/kernel/format";
import type { Band } from "@/lib/kernel/health-score";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";

/** A band, what stands in it, and what part of the whole that is. */
export type Tile = { band: Band; accounts: number; mrr: number; ofAccounts: number; ofMrr: number };

const BARS: Record<Band, string> = { green: "bg-good", yellow: "bg-watch", red: "bg-bad", unknown: "bg-line-strong" };

type Props = { tiles: readonly Tile[]; currency: string; addressOf: (band: Band) => string };

/** Each band with its accounts and money. Each opens its accounts. */
export function BandTiles({ tiles, currency, addressOf }: Props) {
  return (
    <ul
      className="grid grid-cols-1 gap-px overflow-hidden rounded-md border border-line bg-line sm:grid-cols-2 lg:grid-cols-4"
      aria-label="Accounts by health"
    >
      {tiles.map(({ band, accounts, mrr, ofAccounts, ofMrr }) => (
        <li key={band} className="bg-sheet">
          <Link
            href={addressOf(band)}
            className="grid gap-2 px-4 py-3.5 outline-offset-[-3px] hover:bg-sunk/50"
            data-testid={`band-${band}`}
          >
            <BandMark band={band} />
            <span className="flex items-baseline justify-between gap-3">
              <span className="headline figures text-3xl">{accounts.toLocaleString("en-US")}</span>
              <span className="figures text-right text-ink-2 text-sm" title={formatMoney(mrr, currency)}>
                {formatShortMoney(mrr, currency)} MRR
              </span>
            </span>
            {[
              { name: "of accounts", part: ofAccounts },
              { name: "of MRR", part: ofMrr },
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
  );
}
