import type { FeatureLine } from "@/app/w/[workspace]/usage/features-panel";
import { Sparkline } from "@/components/charts/sparkline";
import { Link } from "@/components/ui/link";

/** The same features where a table does not fit. */
export function FeatureCards({ lines, named }: { lines: readonly FeatureLine[]; named: boolean }) {
  return (
    <ul className="divide-y divide-line border-line border-t md:hidden">
      {lines.map(({ feature, address, accounts, accountShare, users, userShare, events, change, months }) => (
        <li key={feature}>
          <Link href={address} className="grid grid-cols-1 gap-1 px-4 py-2.5 outline-offset-[-3px]">
            <span className="flex items-center justify-between gap-3">
              <span className="wrap-anywhere min-w-0 font-medium">{feature}</span>
              <Sparkline values={months} width={88} height={20} />
            </span>
            <span className="figures flex flex-wrap gap-x-3 text-ink-3 text-xs">
              <span>
                {accounts} accounts, {accountShare.words}
              </span>
              {named ? (
                <span>
                  {users} people, {userShare.words}
                </span>
              ) : null}
              <span>
                {events} events{change === null ? "" : `, ${change}`}
              </span>
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
