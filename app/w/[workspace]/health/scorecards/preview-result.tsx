import { BandMark } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Table, Td, Th } from "@/components/ui/table";
import type { Preview, Shift } from "@/lib/health/preview";
import { BANDS, scoreWords } from "@/lib/kernel/band-words";
import { formatMoney, formatShortMoney } from "@/lib/kernel/money";

type Props = { preview: Preview | null; workspace: { slug: string; currency: string } };

/** How many accounts a draft moves, from where to where, and which. */
export function PreviewResult({ preview, workspace }: Props) {
  if (preview === null) return <p className="text-ink-2 text-sm">No day is scored yet, so there is nothing to compare with.</p>;
  const { accounts, shifted, shiftedMrr, before, after, flows, shifts } = preview;
  const count = (n: number) => n.toLocaleString("en-US");
  return (
    <div className="grid gap-4" data-testid="preview">
      <p className="font-medium" role="status">
        {shifted === 0
          ? `None of ${count(accounts)} accounts changes its band.`
          : `${count(shifted)} of ${count(accounts)} accounts ${shifted === 1 ? "changes its" : "change their"} band, with ${formatShortMoney(shiftedMrr, workspace.currency)} of MRR.`}
      </p>
      <Table label="Accounts by band, now and by the draft" file="draft-by-band">
        <thead>
          <tr>
            <Th>Band</Th>
            <Th numeric>Now</Th>
            <Th numeric>Draft</Th>
          </tr>
        </thead>
        <tbody>
          {BANDS.map((band) => (
            <tr key={band}>
              <Td>
                <BandMark band={band} />
              </Td>
              <Td numeric>{count(before[band])}</Td>
              <Td numeric className={before[band] === after[band] ? "" : "font-semibold"}>
                {count(after[band])}
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      {flows.length === 0 ? null : (
        <ul className="grid gap-1 text-sm" aria-label="From band to band">
          {flows.map(({ from, to, accounts: moved, mrr }) => (
            <li key={`${from} ${to}`} className="flex flex-wrap items-baseline justify-between gap-x-3">
              <Way from={from} to={to} />
              <span className="figures text-ink-2">
                {count(moved)} with {formatShortMoney(mrr, workspace.currency)}
              </span>
            </li>
          ))}
        </ul>
      )}
      {shifts.length === 0 ? null : (
        <details open={shifts.length <= 12}>
          <summary className="cursor-pointer text-accent text-sm">
            {shifts.length < shifted ? `The largest ${shifts.length} of them` : "Which accounts"}
          </summary>
          <ul className="mt-2 max-h-96 divide-y divide-line overflow-y-auto" aria-label="Accounts that change their band">
            {shifts.map((shift) => (
              <ShiftLine key={shift.accountId} shift={shift} workspace={workspace} />
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

function ShiftLine({
  shift: { accountId, name, mrr, from, to, before, after, isOverridden },
  workspace,
}: {
  shift: Shift;
  workspace: Props["workspace"];
}) {
  return (
    <li className="py-2 text-sm">
      <div className="flex items-baseline justify-between gap-3">
        <Link href={`/w/${workspace.slug}/accounts/${accountId}`} target="_blank" className="min-w-0 truncate font-medium hover:underline">
          {name}
        </Link>
        <span className="figures shrink-0">{formatMoney(mrr, workspace.currency)}</span>
      </div>
      <p className="figures flex flex-wrap items-center gap-x-2 text-ink-2 text-xs">
        <Way from={from} to={to} /> {scoreWords(before)} → {scoreWords(after)}
        {isOverridden ? <span className="text-ink-3">a band set by hand holds</span> : null}
      </p>
    </li>
  );
}

function Way({ from, to }: Pick<Shift, "from" | "to">) {
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2">
      <BandMark band={from} />
      <span aria-hidden className="text-ink-3">
        →
      </span>
      <span className="sr-only">becomes</span>
      <BandMark band={to} />
    </span>
  );
}
