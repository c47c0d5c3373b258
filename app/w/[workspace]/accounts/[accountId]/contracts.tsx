import { AddButton, EditButton } from "@/app/w/[workspace]/accounts/editing/record-editor";
import { Badge, type Tone } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import type { AccountView } from "@/lib/accounts/page/data";
import { formatMoney } from "@/lib/kernel/money";
import { daysBetween } from "@/lib/kernel/period";
import { describeDay, describeDistance } from "@/lib/kernel/period-words";
import type { ShownContract } from "@/lib/subscriptions/data";

/** What comes up for renewal, and what became of it. */
export function Contracts({ contracts, account: { today }, rights }: Pick<AccountView, "contracts" | "account" | "rights">) {
  if (contracts.length === 0 && !rights.write) return null;
  return (
    <Sheet title="Contracts" actions={<AddButton kind="contracts" />} flush>
      {contracts.length === 0 ? <p className="px-4 pb-3.5 text-ink-3 text-sm">No contract is known.</p> : null}
      <ul className="divide-y divide-line border-line border-t empty:border-0">
        {contracts.map((contract) => {
          const { words, tone } = outcomeOf(contract, today);
          return (
            <li key={contract.id} className="grid gap-1 px-4 py-2.5">
              <span className="figures flex items-baseline justify-between gap-3">
                <span>
                  Due {describeDay(contract.dueOn)} <span className="text-ink-3 text-xs">· {contract.termMonths} months</span>
                </span>
                <span className="flex shrink-0 items-center gap-2 font-medium">
                  {formatMoney(contract.value, contract.currency)}
                  <EditButton kind="contracts" id={contract.id} name={`due ${describeDay(contract.dueOn)}`} />
                </span>
              </span>
              <span>
                <Badge tone={tone}>{words}</Badge>
              </span>
            </li>
          );
        })}
      </ul>
    </Sheet>
  );
}

function outcomeOf({ dueOn, renewedOn, renewedValue, currency, declinedOn }: ShownContract, today: string): { words: string; tone: Tone } {
  if (renewedOn)
    return {
      words: `Renewed ${describeDay(renewedOn)}${renewedValue === null ? "" : ` at ${formatMoney(renewedValue, currency)}`}`,
      tone: "good",
    };
  if (declinedOn) return { words: `Declined ${describeDay(declinedOn)}`, tone: "bad" };
  const days = daysBetween(today, dueOn);
  return {
    words: days < 0 ? `Undecided, was due ${describeDistance(days)}` : `Open, due ${describeDistance(days)}`,
    tone: days <= 90 ? "watch" : "plain",
  };
}
