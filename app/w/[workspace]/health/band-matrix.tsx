import { accountsAddress, type HealthParams } from "@/app/w/[workspace]/health/params";
import { sumOf, TIER_WORDS } from "@/app/w/[workspace]/health/sums";
import { BandMark } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import { type Cell, TIERS, type Tier } from "@/lib/health/cells";
import type { HealthView } from "@/lib/health/data";
import { BANDS } from "@/lib/kernel/band-words";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";

type Props = { view: HealthView; workspace: { slug: string; currency: string }; asked: HealthParams };

/** Money against health: what stands in each band, by how much its accounts pay. */
export function BandMatrix({ view: { cells }, workspace, asked }: Props) {
  const { currency, slug } = workspace;
  const rows = TIERS.filter((tier) => cells.some((cell) => cell.tier === tier));
  return (
    <Sheet title="Where is the money?" note="MRR by health and by how much an account pays" flush>
      <Table label="MRR by health and size of account" file="mrr-by-health">
        <thead>
          <tr>
            <Th>Accounts by MRR</Th>
            {BANDS.map((band) => (
              <Th key={band} numeric>
                <BandMark band={band} />
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((tier) => (
            <tr key={tier}>
              <Td className="whitespace-nowrap">
                {TIER_WORDS[tier]}
                <span className="figures block text-ink-3 text-xs">{leastWords(cells, tier, currency)}</span>
              </Td>
              {BANDS.map((band) => (
                <Td key={band} numeric>
                  <Figures
                    {...sumOf(cells.filter((cell) => cell.tier === tier && cell.band === band))}
                    isPaid={tier !== "none"}
                    currency={currency}
                  />
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Td className="font-medium">All</Td>
            {BANDS.map((band) => (
              <Td key={band} numeric className="font-medium">
                <Link
                  href={`/w/${slug}/accounts${accountsAddress({ ...asked, days: null, step: null, band })}`}
                  className="block hover:underline"
                >
                  <Figures {...sumOf(cells.filter((cell) => cell.band === band))} isPaid currency={currency} />
                </Link>
              </Td>
            ))}
          </tr>
        </tfoot>
      </Table>
    </Sheet>
  );
}

function Figures({ accounts, mrr, isPaid, currency }: { accounts: number; mrr: number; isPaid: boolean; currency: string }) {
  if (accounts === 0) return <span className="text-ink-3">—</span>;
  return (
    <>
      {isPaid ? <span title={formatMoney(mrr, currency)}>{formatShortMoney(mrr, currency)}</span> : null}
      <span className="block font-normal text-ink-3 text-xs">
        {accounts.toLocaleString("en-US")} {accounts === 1 ? "account" : "accounts"}
      </span>
    </>
  );
}

function leastWords(cells: readonly Cell[], tier: Tier, currency: string): string {
  if (tier === "none") return "no MRR now";
  const least = Math.min(...cells.filter((cell) => cell.tier === tier).map((cell) => cell.least));
  return `${formatShortMoney(least, currency)} and more`;
}
