import { count } from "@/app/w/[workspace]/data/words";
import { Fresh } from "@/components/metric/fresh";
import { Badge } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { SourceRow } from "@/lib/imports/data";
import { label } from "@/lib/imports/files/field-words";

type Props = { sources: readonly SourceRow[]; timeZone: string };

/** Every source with what it gave, and the sum that must come out: rows read = accepted + unchanged + rejected. */
export function SourceList({ sources, timeZone }: Props) {
  const total = (of: (row: SourceRow) => number) => sources.reduce((sum, row) => sum + of(row), 0);
  const sums = {
    read: total((row) => row.read),
    accepted: total((row) => row.accepted),
    unchanged: total((row) => row.unchanged),
    rejected: total((row) => row.rejected),
  };
  return (
    <Sheet title="Sources" note={sums.read > 0 ? <Sum {...sums} /> : null} flush>
      <div className="hidden md:block">
        <Table label="Sources" file="sources">
          <thead>
            <tr>
              <Th>Source</Th>
              <Th>Kind</Th>
              <Th numeric>Records now</Th>
              <Th>Last success</Th>
              <Th numeric>Runs</Th>
              <Th numeric>Rows read</Th>
              <Th numeric>Accepted</Th>
              <Th numeric>Unchanged</Th>
              <Th numeric>Rejected</Th>
            </tr>
          </thead>
          <tbody>
            {sources.map((row) => (
              <tr key={`${row.source} ${row.kind}`}>
                <Td className="max-w-56 truncate font-medium">{row.source}</Td>
                <Td>{label(row.kind)}</Td>
                <Td numeric>{count(row.records)}</Td>
                <Td>
                  <Last row={row} timeZone={timeZone} />
                </Td>
                <Td numeric className={quiet(row)}>
                  {count(row.runs)}
                </Td>
                <Td numeric className={quiet(row)}>
                  {count(row.read)}
                </Td>
                <Td numeric className={quiet(row)}>
                  {count(row.accepted)}
                </Td>
                <Td numeric className={quiet(row)}>
                  {count(row.unchanged)}
                </Td>
                <Td numeric className={row.rejected > 0 ? "text-bad" : quiet(row)}>
                  {count(row.rejected)}
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="divide-y divide-line border-line border-t md:hidden">
        {sources.map((row) => (
          <li key={`${row.source} ${row.kind}`} className="grid gap-0.5 px-4 py-2.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <span className="font-medium">
                {row.source} · {label(row.kind)}
              </span>
              <Last row={row} timeZone={timeZone} />
            </p>
            <span className="figures text-ink-3 text-xs">
              {count(row.records)} {row.records === 1 ? "record" : "records"} now
            </span>
            {row.runs > 0 ? <Sum {...row} /> : null}
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

// Nothing has come from here by file, so that its zeros stand back.
function quiet({ runs }: SourceRow): string {
  return runs === 0 ? "text-ink-3" : "";
}

function Last({ row, timeZone }: { row: SourceRow; timeZone: string }) {
  return (
    <span className="inline-flex items-center gap-2">
      {row.lastSuccessAt ? (
        <Fresh at={row.lastSuccessAt} timeZone={timeZone} lead="" />
      ) : (
        <span className="text-ink-3 text-xs">{row.runs > 0 ? "never" : "without a file"}</span>
      )}
      {row.open > 0 ? <Badge tone="watch">{row.open === 1 ? "1 not finished" : `${row.open} not finished`}</Badge> : null}
    </span>
  );
}

/** `1,000 rows read = 990 accepted + 4 unchanged + 6 rejected`. */
export function Sum({ read, accepted, unchanged, rejected }: { read: number; accepted: number; unchanged: number; rejected: number }) {
  return (
    <span className="figures text-ink-3 text-xs">
      {count(read)} {read === 1 ? "row" : "rows"} read = {count(accepted)} accepted + {count(unchanged)} unchanged + {count(rejected)}{" "}
      rejected
    </span>
  );
}
