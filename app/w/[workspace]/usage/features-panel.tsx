import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/usage/context";
import { FeatureCards } from "@/app/w/[workspace]/usage/feature-cards";
import { Sparkline } from "@/components/charts/sparkline";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import { change, describeChange } from "@/lib/kernel/change";
import { format } from "@/lib/kernel/format";
import { describeMonth, describePeriod } from "@/lib/kernel/period-words";
import { ratio } from "@/lib/kernel/ratio";
import { comparedPeriod } from "@/lib/metrics/comparison";
import type { Features, FeatureUse } from "@/lib/metrics/features";

/** Every feature by who used it, beside its own past. */
export function FeaturesPanel({ workspace, view, data }: Part) {
  const { features, asked } = data;
  const earlier = comparedPeriod(asked.period, asked.compare);
  const named = features.features.some(({ now, before }) => now.users > 0 || (before?.users ?? 0) > 0);
  const months = features.features[0]?.months ?? [];
  const [first, last] = [months[0]?.month, months.at(-1)?.month];
  const lines = features.features.map((use) =>
    lineOf(use, features, {
      address: metricAddress(workspace, named ? "feature-adoption-rate" : "usage-events", view, { feature: use.feature }),
      hasPast: earlier !== null,
    }),
  );
  return (
    <Sheet
      title="Features"
      note={`${describePeriod(asked.period)}: ${features.active.accounts.toLocaleString("en-US")} accounts${named ? ` and ${features.active.users.toLocaleString("en-US")} people` : ""} used anything${earlier === null ? "" : `; changes against ${describePeriod(earlier)}`}`}
      flush
    >
      <FeatureCards lines={lines} named={named} />
      <div className="hidden md:block">
        <Table label="Features by accounts and people" file="features">
          <thead>
            <tr>
              <Th>Feature</Th>
              <Th numeric>Accounts</Th>
              <Th numeric>Share of active</Th>
              {named ? (
                <>
                  <Th numeric>People</Th>
                  <Th numeric>Share of active</Th>
                </>
              ) : null}
              <Th numeric>Events</Th>
              {earlier === null ? null : <Th numeric>Change</Th>}
              <Th>Accounts by month{first && last ? `, ${describeMonth(`${first}-01`)} to ${describeMonth(`${last}-01`)}` : ""}</Th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.feature} line={line} named={named} />
            ))}
          </tbody>
        </Table>
      </div>
      <p className="px-4 py-3 text-ink-3 text-xs">
        An account or a person counts once a feature, however often they used it.{" "}
        {named
          ? "Shares of people are of all who used anything; adoption, of those entitled, is behind the name."
          : "No row of use names its user, so people are not counted."}
      </p>
    </Sheet>
  );
}

/** A feature in words: what a line of the table and a card have in common. */
export type FeatureLine = {
  feature: string;
  address: string;
  accounts: string;
  accountShare: Portion;
  users: string;
  userShare: Portion;
  events: string;
  /** Null where nothing is compared. */
  change: string | null;
  months: number[];
};

type Portion = { share: number | null; words: string };

function lineOf(
  { feature, now, before, months }: FeatureUse,
  { active }: Features,
  { address, hasPast }: { address: string; hasPast: boolean },
): FeatureLine {
  const part = (of: number, whole: number) => {
    const share = ratio(of, whole);
    return { share, words: format(share, { unit: "share", digits: 0 }) };
  };
  return {
    feature,
    address,
    accounts: now.accounts.toLocaleString("en-US"),
    accountShare: part(now.accounts, active.accounts),
    users: now.users.toLocaleString("en-US"),
    userShare: part(now.users, active.users),
    events: now.events.toLocaleString("en-US"),
    change: hasPast ? describeChange(change(now.events, before?.events ?? null, "count")) : null,
    months: months.map(({ accounts }) => accounts),
  };
}

function Row({ line, named }: { line: FeatureLine; named: boolean }) {
  return (
    <tr className="hover:bg-sunk/50">
      <Td>
        <Link href={line.address} className="font-medium hover:underline">
          {line.feature}
        </Link>
      </Td>
      <Td numeric>{line.accounts}</Td>
      <Td numeric>
        <Share {...line.accountShare} />
      </Td>
      {named ? (
        <>
          <Td numeric>{line.users}</Td>
          <Td numeric>
            <Share {...line.userShare} />
          </Td>
        </>
      ) : null}
      <Td numeric>{line.events}</Td>
      {line.change === null ? null : (
        <Td numeric className="text-ink-2">
          {line.change}
        </Td>
      )}
      <Td>
        <Sparkline values={line.months} width={120} height={24} />
      </Td>
    </tr>
  );
}

function Share({ share, words }: Portion) {
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <span aria-hidden="true" className="hidden h-1.5 w-16 overflow-hidden rounded-full bg-sunk sm:block">
        <span className="block h-full rounded-full bg-chart-1" style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <span className="min-w-10">{words}</span>
    </span>
  );
}
