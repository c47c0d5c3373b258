import Link from "next/link";
import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/usage/context";
import { Sparkline } from "@/components/charts/sparkline";
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
  return (
    <Sheet
      title="Features"
      note={`${describePeriod(asked.period)}: ${features.active.accounts.toLocaleString("en-US")} accounts${named ? ` and ${features.active.users.toLocaleString("en-US")} people` : ""} used anything${earlier === null ? "" : `; changes against ${describePeriod(earlier)}`}`}
      flush
    >
      <Table label="Features by accounts and people">
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
          {features.features.map((feature) => (
            <Row
              key={feature.feature}
              feature={feature}
              features={features}
              named={named}
              hasPast={earlier !== null}
              address={metricAddress(workspace, named ? "feature-adoption-rate" : "usage-events", view, { feature: feature.feature })}
            />
          ))}
        </tbody>
      </Table>
      <p className="px-4 py-3 text-ink-3 text-xs">
        An account or a person counts once a feature, however often they used it.{" "}
        {named
          ? "Shares of people are of all who used anything; adoption, of those entitled, is behind the name."
          : "No row of use names its user, so people are not counted."}
      </p>
    </Sheet>
  );
}

type RowProps = { feature: FeatureUse; features: Features; named: boolean; hasPast: boolean; address: string };

function Row({ feature: { feature, now, before, months }, features: { active }, named, hasPast, address }: RowProps) {
  const share = (part: number, whole: number) => format(ratio(part, whole), { unit: "share", digits: 0 });
  const events = change(now.events, before?.events ?? null, "count");
  return (
    <tr className="hover:bg-sunk/50">
      <Td>
        <Link href={address} className="font-medium hover:underline">
          {feature}
        </Link>
      </Td>
      <Td numeric>{now.accounts.toLocaleString("en-US")}</Td>
      <Td numeric>
        <Share share={ratio(now.accounts, active.accounts)} words={share(now.accounts, active.accounts)} />
      </Td>
      {named ? (
        <>
          <Td numeric>{now.users.toLocaleString("en-US")}</Td>
          <Td numeric>
            <Share share={ratio(now.users, active.users)} words={share(now.users, active.users)} />
          </Td>
        </>
      ) : null}
      <Td numeric>{now.events.toLocaleString("en-US")}</Td>
      {hasPast ? (
        <Td numeric className="text-ink-2">
          {describeChange(events)}
        </Td>
      ) : null}
      <Td>
        <Sparkline values={months.map(({ accounts }) => accounts)} width={120} height={24} />
      </Td>
    </tr>
  );
}

function Share({ share, words }: { share: number | null; words: string }) {
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <span aria-hidden="true" className="hidden h-1.5 w-16 overflow-hidden rounded-full bg-sunk sm:block">
        <span className="block h-full rounded-full bg-chart-1" style={{ width: `${(share ?? 0) * 100}%` }} />
      </span>
      <span className="min-w-10">{words}</span>
    </span>
  );
}
