"use client";

import { ArrowDown, ArrowUp, Columns3, Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import { COLUMN_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { FIRST_COLUMNS } from "@/app/w/[workspace]/accounts/accounts-view";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ACCOUNT_COLUMNS, type AccountColumn } from "@/lib/accounts/choices";

type Props = { columns: readonly AccountColumn[]; onChange: (columns: AccountColumn[] | null) => void };

/** Which columns stand beside the name, and in what order. Each press is seen at once. */
export function ColumnsButton({ columns, onChange }: Props) {
  const others = ACCOUNT_COLUMNS.filter((column) => !columns.includes(column));
  function swap(index: number, by: 1 | -1) {
    const next = [...columns];
    const [one, other] = [next[index], next[index + by]];
    if (one === undefined || other === undefined) return;
    [next[index], next[index + by]] = [other, one];
    onChange(next);
  }
  return (
    <Dialog
      title="Columns"
      description="Beside the name of the account, from left to right."
      trigger={
        <Button look="quiet" size="sm">
          <Columns3 aria-hidden className="size-3.5" /> Columns
        </Button>
      }
    >
      <ol className="grid gap-0.5" aria-label="Columns shown">
        {columns.map((column, index) => (
          <li key={column} className="flex items-center gap-1 rounded-md px-2 py-0.5 hover:bg-sunk/60">
            <span className="mr-auto text-sm">{COLUMN_WORDS[column]}</span>
            <Step label={`Move ${COLUMN_WORDS[column]} left`} disabled={index === 0} onPress={() => swap(index, -1)}>
              <ArrowUp aria-hidden className="size-3.5" />
            </Step>
            <Step label={`Move ${COLUMN_WORDS[column]} right`} disabled={index === columns.length - 1} onPress={() => swap(index, 1)}>
              <ArrowDown aria-hidden className="size-3.5" />
            </Step>
            <Step
              label={`Leave out ${COLUMN_WORDS[column]}`}
              disabled={columns.length === 1}
              onPress={() => onChange(columns.filter((each) => each !== column))}
            >
              <X aria-hidden className="size-3.5" />
            </Step>
          </li>
        ))}
      </ol>
      {others.length === 0 ? null : (
        <>
          <p className="eyebrow mt-4 mb-2">Add</p>
          <ul className="flex flex-wrap gap-1.5" aria-label="Columns left out">
            {others.map((column) => (
              <li key={column}>
                <Button size="sm" onClick={() => onChange([...columns, column])}>
                  <Plus aria-hidden className="size-3.5" /> {COLUMN_WORDS[column]}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-4 flex justify-end">
        <Button look="quiet" size="sm" disabled={columns.join() === FIRST_COLUMNS.join()} onClick={() => onChange(null)}>
          As it was at first
        </Button>
      </div>
    </Dialog>
  );
}

function Step({ label, disabled, onPress, children }: { label: string; disabled: boolean; onPress: () => void; children: ReactNode }) {
  return (
    <Button look="quiet" size="icon" aria-label={label} disabled={disabled} onClick={onPress}>
      {children}
    </Button>
  );
}
