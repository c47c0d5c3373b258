import { BandTiles, type Tile } from "@/app/w/[workspace]/health/band-tiles";
import { accountsAddress, type HealthParams } from "@/app/w/[workspace]/health/params";
import { byBand, sumOf } from "@/app/w/[workspace]/health/sums";
import { BAND_SIGNS } from "@/components/charts/band-signs";
import { ChartFrame } from "@/components/charts/chart-frame";
import { type IntervalBar, IntervalBars } from "@/components/charts/interval-bars";
import { fileFigure, fileHeading } from "@/components/metric/show";
import { Sheet } from "@/components/ui/sheet";
import type { HealthView } from "@/lib/health/data";
import { ruleWords } from "@/lib/health/words";
import { BAND_WORDS } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";

type Props = { view: HealthView; workspace: { slug: string; currency: string }; asked: HealthParams };

const percent = (part: number) => format(part, { unit: "share" });

/** How many accounts, and how much of the money, stand in each band. */
export function Distribution({ view, workspace: { slug, currency }, asked }: Props) {
  const whole = sumOf(view.cells);
  const mean = whole.scored === 0 ? null : whole.scores / whole.scored;
  const share = (part: number, of: number) => (of === 0 ? 0 : part / of);
  const tiles = byBand(view.cells).map(
    ({ band, sum: { accounts, mrr } }): Tile => ({
      ...{ band, accounts, mrr },
      ofAccounts: share(accounts, whole.accounts),
      ofMrr: share(mrr, whole.mrr),
    }),
  );
  const apart = [
    whole.scored === 0 && whole.accounts > 0 ? " Too little is known for a score: bring what they use, ask, answer and pay." : "",
    whole.overridden > 0 ? ` ${whole.overridden} set by hand.` : "",
    whole.unpriced > 0 ? ` ${whole.unpriced} without their money, for want of an exchange rate.` : "",
  ].join("");
  const writing = { unit: "money" as const, currency };
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title={`${whole.accounts.toLocaleString("en-US")} ${whole.accounts === 1 ? "account" : "accounts"}, mean score ${format(mean, { unit: "score" })}`}
        fileName="accounts-by-health"
        height={0}
        caption={`${ruleWords(view.bands)}${apart}`}
        twin={{
          columns: ["Health", "Accounts", "Share of accounts", fileHeading("MRR", writing), "Share of MRR"],
          rows: tiles.map(({ band, accounts, mrr, ofAccounts, ofMrr }) => ({
            key: band,
            cells: [BAND_WORDS[band], accounts.toLocaleString("en-US"), percent(ofAccounts), formatMoney(mrr, currency), percent(ofMrr)],
            file: [BAND_WORDS[band], accounts, ofAccounts, fileFigure(mrr, writing), ofMrr],
          })),
        }}
      >
        <div aria-hidden className="absolute -left-[9999px] w-[40rem]">
          <IntervalBars
            bars={tiles.flatMap((tile) => barsOf(tile, currency))}
            unit="share"
            format={(value) => format(value, { unit: "share", digits: 0 })}
          />
        </div>
        <BandTiles
          tiles={tiles}
          currency={currency}
          addressOf={(band) => `/w/${slug}/accounts${accountsAddress({ ...asked, days: null, step: null, band })}`}
        />
      </ChartFrame>
    </Sheet>
  );
}

// Links are no drawing, so what a picture shows of them is drawn out of sight.
function barsOf({ band, accounts, mrr, ofAccounts, ofMrr }: Tile, currency: string): IntervalBar[] {
  const bar = { ...BAND_SIGNS[band], interval: null };
  const counted = `${accounts.toLocaleString("en-US")} ${accounts === 1 ? "account" : "accounts"}`;
  return [
    { ...bar, key: `${band} accounts`, label: BAND_WORDS[band], value: ofAccounts, words: `${percent(ofAccounts)}, ${counted}` },
    {
      ...bar,
      key: `${band} mrr`,
      label: `${BAND_WORDS[band]}, MRR`,
      value: ofMrr,
      words: `${percent(ofMrr)}, ${formatShortMoney(mrr, currency)}`,
    },
  ];
}
