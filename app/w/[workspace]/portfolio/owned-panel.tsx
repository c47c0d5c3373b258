"use client";

import { useState } from "react";
import { Reassignment } from "@/app/w/[workspace]/portfolio/reassignment";
import { useValueWords } from "@/components/metric/owners";
import { BandMark } from "@/components/ui/band";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";
import type { PortfolioView } from "@/lib/portfolio/loaders";

type Props = { view: PortfolioView; owned: NonNullable<PortfolioView["owned"]>; onClose: () => void };

/** One owner's accounts; some of them can be given to somebody else. */
export function OwnedPanel({ view: { workspace, mayReassign, members }, owned: { owner, rows, all }, onClose }: Props) {
  const words = useValueWords();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const toggle = (id: string) => setChosen((was) => new Set(was.has(id) ? [...was].filter((each) => each !== id) : [...was, id]));
  const allChosen = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  const name = owner === null ? "nobody" : words("owner", owner);
  const shown = rows.length < all ? `, the ${rows.length.toLocaleString("en-US")} largest shown` : "";
  return (
    <Sheet
      title={`Accounts of ${name}`}
      note={`${all.toLocaleString("en-US")} ${all === 1 ? "account" : "accounts"}, those without MRR last${shown}.`}
      actions={
        <>
          {mayReassign ? (
            <Reassignment
              workspace={workspace.slug}
              accounts={rows.filter(({ id }) => chosen.has(id)).map(({ id }) => id)}
              from={owner}
              members={members}
              onDone={() => setChosen(new Set())}
            />
          ) : null}
          <Button look="quiet" size="sm" onClick={onClose}>
            Close
          </Button>
        </>
      }
      flush
    >
      {rows.length === 0 ? (
        <p className="border-line border-t px-4 py-8 text-center text-ink-2 text-sm">None is left.</p>
      ) : (
        <Table label={`Accounts of ${name}`} file="owned-accounts">
          <thead>
            <tr>
              {mayReassign ? (
                <Th>
                  <Check
                    label="Choose all that are shown"
                    on={allChosen}
                    onToggle={() => setChosen(new Set(allChosen ? [] : rows.map(({ id }) => id)))}
                  />
                </Th>
              ) : null}
              <Th>Account</Th>
              <Th numeric>MRR</Th>
              <Th>Health</Th>
              <Th className="hidden sm:table-cell">Segment</Th>
              <Th className="hidden sm:table-cell">Renewal</Th>
              <Th numeric className="hidden sm:table-cell">
                Tasks
              </Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((account) => (
              <tr key={account.id} className="hover:bg-sunk/50">
                {mayReassign ? (
                  <Td className="w-8">
                    <Check label={`Choose ${account.name}`} on={chosen.has(account.id)} onToggle={() => toggle(account.id)} />
                  </Td>
                ) : null}
                <Td className="wrap-anywhere min-w-36">
                  <Link href={`/w/${workspace.slug}/accounts/${account.id}`} className="font-medium hover:underline">
                    {account.name}
                  </Link>
                </Td>
                <Td numeric>
                  {account.isPaying ? formatMoney(account.mrr, workspace.currency) : <span className="text-ink-3">none</span>}
                </Td>
                <Td>{account.isPaying ? <BandMark band={account.band} /> : <span className="text-ink-3">—</span>}</Td>
                <Td className="hidden text-ink-2 sm:table-cell">{account.segment ?? "—"}</Td>
                <Td className="figures hidden whitespace-nowrap text-ink-2 sm:table-cell">
                  {account.renewsOn === null ? "—" : describeDay(account.renewsOn)}
                </Td>
                <Td numeric className="hidden sm:table-cell">
                  {account.tasks}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Sheet>
  );
}

function Check({ label, on, onToggle }: { label: string; on: boolean; onToggle: () => void }) {
  return <input type="checkbox" aria-label={label} checked={on} onChange={onToggle} className="size-4 accent-accent align-middle" />;
}
