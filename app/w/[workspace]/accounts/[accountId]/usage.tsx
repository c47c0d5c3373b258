import { Sparkline } from "@/components/charts/sparkline";
import { ChangeWords } from "@/components/metric/change-words";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { AccountView } from "@/lib/accounts/page/data";
import { median } from "@/lib/kernel/percentile";
import { daysBetween } from "@/lib/kernel/period";
import { describeDistance } from "@/lib/kernel/period-words";
import type { FeatureUse } from "@/lib/usage/data";

/** Each feature against its own past and against what others of the segment do with it. */
export function Usage({ use, account }: Pick<AccountView, "use" | "account">) {
  const { features, peers, segment, lastOn } = use;
  const peerWords =
    peers === 0
      ? "there is no other customer of the segment to compare with"
      : `peers: the median of ${peers} ${segment === null ? "customers without a segment" : `${segment} customers`}`;
  return (
    <Sheet
      title="Use by feature"
      note={
        features.length === 0
          ? undefined
          : `30 whole days up to yesterday, last used ${lastOn ? describeDistance(daysBetween(account.today, lastOn)) : "never"}; ${peerWords}`
      }
      flush
    >
      {features.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">No use is known.</p>
      ) : (
        <Table label="Use by feature" file="use-by-feature">
          <thead>
            <tr>
              <Th>Feature</Th>
              <Th numeric>30 days</Th>
              <Th>Before that</Th>
              <Th numeric className="hidden sm:table-cell">
                Usual
              </Th>
              <Th numeric className="hidden sm:table-cell">
                Peers
              </Th>
              <Th numeric className="hidden md:table-cell">
                People
              </Th>
              <Th className="hidden lg:table-cell">Seven stretches</Th>
            </tr>
          </thead>
          <tbody>
            {features.map((one) => (
              <FeatureRow key={one.feature} one={one} />
            ))}
          </tbody>
        </Table>
      )}
    </Sheet>
  );
}

function FeatureRow({ one: { feature, stretches, users, peers } }: { one: FeatureUse }) {
  const [last = null, before = null, ...earlier] = stretches;
  const usual = median([before, ...earlier].filter((value) => value !== null));
  const whole = (value: number | null) => (value === null ? "—" : Math.round(value).toLocaleString("en-US"));
  return (
    <tr>
      <Td className="font-medium">
        {feature}
        <span className="figures block font-normal text-ink-3 text-xs sm:hidden">
          usually {whole(usual)} · peers {whole(peers)}
        </span>
      </Td>
      <Td numeric className="font-medium">
        {whole(last)}
      </Td>
      <Td>
        <ChangeWords
          now={{ value: last, interval: null }}
          before={{ value: before, interval: null }}
          unit="count"
          better="higher"
          against={whole(before)}
        />
      </Td>
      <Td numeric className="hidden text-ink-2 sm:table-cell">
        {whole(usual)}
      </Td>
      <Td numeric className="hidden text-ink-2 sm:table-cell">
        {whole(peers)}
      </Td>
      <Td numeric className="hidden text-ink-2 md:table-cell">
        {users.toLocaleString("en-US")}
      </Td>
      <Td className="hidden lg:table-cell">
        <Sparkline values={stretches.toReversed()} />
      </Td>
    </tr>
  );
}
