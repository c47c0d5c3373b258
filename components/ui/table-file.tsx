"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { downloadCsv } from "@/components/ui/download";
import { printedNotes } from "@/components/ui/printed";
import { tableRows } from "@/components/ui/table-rows";
import { whole } from "@/components/ui/windowed";
import { type CsvCell, csvNotes, csvText } from "@/lib/kernel/csv";

type Props = {
  label: string;
  name: string;
  /** Where what is shown is no table, or says less than there is: the headings, and the rows. */
  rows?: readonly (readonly CsvCell[])[];
};

/** Hands over the table it stands under as a file: what is read there, and below it of what and when it is. */
export function TableFile({ label, name, rows }: Props) {
  function hand(button: HTMLElement) {
    const table = button.closest("[data-table]")?.querySelector("table");
    const read = rows ?? (table ? whole(() => tableRows(table)) : null);
    if (read) downloadCsv(csvText(read) + csvNotes([label, ...printedNotes()]), name);
  }
  return (
    <Button
      look="quiet"
      size="sm"
      className="no-print h-7 text-ink-3"
      aria-label={`Download ${label} as CSV`}
      onClick={({ currentTarget }) => hand(currentTarget)}
    >
      <Download aria-hidden className="size-3.5" /> CSV
    </Button>
  );
}
