"use client";

import { stakeRows } from "@/app/w/[workspace]/today/stake-words";
import { Popover } from "@/components/ui/popover";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";
import type { Line } from "@/lib/signals/queue/lines";

/** What is at stake, which is the account's place; opens to the multiplication that made it. */
export function StakeButton({ line, currency }: { line: Line; currency: string }) {
  const product = formatMoney(line.stake.product, currency);
  return (
    <Popover
      label={`Why ${line.name} stands here`}
      trigger={
        <button
          type="button"
          aria-label={`At stake ${product}: how ${line.name} got its place`}
          className="figures border-line-strong border-b border-dotted font-medium lg:justify-self-end"
        >
          {formatShortMoney(line.stake.product, currency)}
        </button>
      }
    >
      <table className="text-sm">
        <caption className="mb-1.5 text-left font-medium">Its place: money × risk × nearness</caption>
        <tbody>
          {stakeRows(line, currency).map(({ sign, name, figure, why }) => (
            <tr key={name} className="align-baseline">
              <td className="w-4 text-ink-3">{sign}</td>
              <th scope="row" className="pr-3 text-left font-normal text-ink-2">
                {name}
              </th>
              <td className="figures pr-3 text-right">{figure}</td>
              <td className="max-w-72 text-ink-3 text-xs">{why}</td>
            </tr>
          ))}
          <tr className="align-baseline font-medium">
            <td className="border-line border-t text-ink-3">=</td>
            <th scope="row" className="border-line border-t pr-3 text-left">
              At stake
            </th>
            <td className="figures border-line border-t pr-3 text-right" data-testid="stake-product">
              {product}
            </td>
            <td className="border-line border-t text-ink-3 text-xs">of monthly money</td>
          </tr>
        </tbody>
      </table>
    </Popover>
  );
}
