import { count, reasonWords } from "@/app/w/[workspace]/data/words";
import { Table, Td, Th } from "@/components/ui/table";
import { label } from "@/lib/imports/files/field-words";
import type { Reject } from "@/lib/imports/prepared";

const SHOWN_CELLS = 12;

/** The first rows that were refused, by the line they begin on. */
export function Rejects({ rejects, total, columns }: { rejects: readonly Reject[]; total: number; columns: readonly string[] }) {
  if (rejects.length === 0) return null;
  const width = Math.min(Math.max(...rejects.map(({ cells }) => cells.length)), SHOWN_CELLS);
  const places = Array.from({ length: width }, (_, index) => index);
  return (
    <div className="-mx-4 mt-4 border-line border-t">
      <Table label="Rejected rows">
        <thead>
          <tr>
            <Th numeric className="w-16">
              Line
            </Th>
            <Th>Reason</Th>
            {places.map((place) => (
              <Th key={place}>{columns[place] ?? `Cell ${place + 1}`}</Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rejects.map(({ line, reason, detail, cells }) => (
            <tr key={line}>
              <Td numeric>{count(line)}</Td>
              <Td className="w-96 min-w-56">
                {reasonWords(reason)}
                {detail ? <span className="block break-words text-ink-3 text-xs">{/\s/.test(detail) ? detail : label(detail)}</span> : null}
              </Td>
              {places.map((place) => (
                <Td key={place} className="max-w-48 truncate text-ink-2">
                  {cells[place]?.slice(0, 200)}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      {total > rejects.length ? (
        <p className="px-4 py-2 text-ink-3 text-sm">
          The first {count(rejects.length)} of {count(total)}.
        </p>
      ) : null}
    </div>
  );
}
