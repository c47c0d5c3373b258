import { reasonWords } from "@/app/w/[workspace]/data/words";
import { cx } from "@/components/ui/cx";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import { TableFile } from "@/components/ui/table-file";
import { label } from "@/lib/imports/files/field-words";
import type { PreviewCell } from "@/lib/imports/files/preview";
import type { Reading } from "@/lib/imports/files/view";

/** The first rows as they will be read: what each cell becomes, and why a row would be rejected. */
export function PreviewTable({ reading: { preview, fields } }: { reading: Reading }) {
  if (preview.rows.length === 0 || preview.fields.length === 0) return null;
  const refused = preview.rows.filter(({ reason }) => reason !== null).length;
  const labels = preview.fields.map((name) => fields.find((field) => field.name === name)?.label ?? label(name));
  const verdictOf = ({ reason, detail }: (typeof preview.rows)[number]) =>
    reason === null ? "will be read" : `${reasonWords(reason)}: ${label(detail)}`;
  const note = refused === 0 ? "Whom a row belongs to is looked up in the dry run." : `${refused} of these would be rejected.`;
  return (
    <Sheet
      title={`The first ${preview.rows.length} rows, as they will be read`}
      note={note}
      actions={
        <TableFile
          label="The first rows"
          name="first-rows"
          rows={[
            ["Line", ...labels.flatMap((name) => [name, `${name}, in the file`]), "Verdict"],
            ...preview.rows.map((row) => [
              row.line,
              ...row.cells.flatMap(({ text, value, refused }) => [refused === null ? value : null, text]),
              verdictOf(row),
            ]),
          ]}
        />
      }
      flush
    >
      <Table label="The first rows">
        <thead>
          <tr>
            <Th numeric className="w-16">
              Line
            </Th>
            {preview.fields.map((name, index) => (
              <Th key={name}>{labels[index]}</Th>
            ))}
            <Th>Verdict</Th>
          </tr>
        </thead>
        <tbody>
          {preview.rows.map((row) => (
            <tr key={row.line} className={cx(row.reason !== null && "bg-bad-wash")}>
              <Td numeric className="text-ink-3">
                {row.line}
              </Td>
              {row.cells.map((cell, index) => (
                <Td key={preview.fields[index]} className="max-w-56">
                  <Cell cell={cell} />
                </Td>
              ))}
              <Td className={cx("min-w-48 text-sm", row.reason === null ? "text-ink-3" : "text-bad")}>{verdictOf(row)}</Td>
            </tr>
          ))}
        </tbody>
      </Table>
    </Sheet>
  );
}

function Cell({ cell: { text, value, refused } }: { cell: PreviewCell }) {
  if (refused !== null)
    return (
      <span className="block truncate text-bad" title={reasonWords(refused)}>
        {text === "" ? "empty" : text}
      </span>
    );
  if (value === null) return <span className="text-ink-3">—</span>;
  return (
    <span className="block truncate" title={text}>
      {value}
      {value === text ? null : <span className="block truncate text-2xs text-ink-3">{text}</span>}
    </span>
  );
}
