import { ClassBadge } from "@/components/metric/class-badge";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { AccountView } from "@/lib/accounts/page/data";
import type { Movement } from "@/lib/accounts/rules";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";

/** Every movement up to now, newest first, and what they add up to; what is already known of the future stands apart. */
export function Ledger({ movements, asOf, workspace }: Pick<AccountView, "movements" | "asOf" | "workspace">) {
  const past = movements.filter(({ at }) => at < asOf);
  const ahead = movements.filter(({ at }) => at >= asOf);
  const currencies = [...new Set(past.map(({ currency }) => currency))];
  return (
    <Sheet title="Movements" note={noteOf(currencies, workspace.currency)} flush>
      {movements.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">This account has never paid.</p>
      ) : null}
      {movements.length > 0 ? (
        <Table label="Movements" file="movements">
          <thead>
            <tr>
              <Th>Day</Th>
              <Th>Movement</Th>
              <Th className="hidden sm:table-cell">Why</Th>
              <Th numeric>Change</Th>
              <Th numeric className="hidden sm:table-cell">
                MRR after
              </Th>
            </tr>
          </thead>
          <tbody>
            {ahead.toReversed().map((movement) => (
              <MovementRow key={`${movement.at} ${movement.currency}`} movement={movement} isAhead />
            ))}
            {past.toReversed().map((movement) => (
              <MovementRow key={`${movement.at} ${movement.currency}`} movement={movement} />
            ))}
          </tbody>
          <tfoot>
            {currencies.map((currency) => (
              <tr key={currency} className="bg-sunk/60 font-semibold">
                <td className="px-4 py-2.5" colSpan={2}>
                  Sum up to now{currency === workspace.currency ? "" : `, in ${currency}`}
                </td>
                <td className="hidden sm:table-cell" />
                <Td numeric data-testid={`ledger-sum-${currency}`}>
                  {formatMoney(sum(past, currency), currency)}
                </Td>
                <td className="hidden sm:table-cell" />
              </tr>
            ))}
          </tfoot>
        </Table>
      ) : null}
    </Sheet>
  );
}

// What is paid in another currency is added up in it; the MRR above is what that comes to.
function noteOf(currencies: readonly string[], own: string): string {
  const others = currencies.filter((currency) => currency !== own);
  if (others.length === 0) return "Each change of recurring revenue, to the cent. Together they are the MRR above.";
  return `Each change of recurring revenue, in ${others.join(" and ")} as it is paid. The MRR above is their sum in ${own}, at the rate of this month.`;
}

function MovementRow({ movement, isAhead = false }: { movement: Movement; isAhead?: boolean }) {
  return (
    <tr className={isAhead ? "text-ink-3 italic" : ""}>
      <Td className="figures whitespace-nowrap">
        {describeDay(movement.on)}
        {isAhead ? " (ahead)" : ""}
      </Td>
      <Td>
        <ClassBadge of={movement.class} />
        {movement.reason ? <span className="mt-1 block text-ink-3 text-xs sm:hidden">{movement.reason}</span> : null}
      </Td>
      <Td className="hidden text-ink-2 sm:table-cell">{movement.reason ?? "—"}</Td>
      <Td numeric>
        {movement.delta > 0 ? "+" : ""}
        {formatMoney(movement.delta, movement.currency)}
      </Td>
      <Td numeric className="hidden sm:table-cell">
        {formatMoney(movement.balance, movement.currency)}
      </Td>
    </tr>
  );
}

function sum(movements: readonly Movement[], currency: string): number {
  return movements.filter((movement) => movement.currency === currency).reduce((total, { delta }) => total + delta, 0);
}
