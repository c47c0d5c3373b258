"use client";

import { Download } from "lucide-react";
import { Button } from "@/components/ui/button";
import { downloadCsv } from "@/components/ui/download";
import { printedNotes } from "@/components/ui/printed";
import { tableRows } from "@/components/ui/table-rows";
import { csvNotes, csvText } from "@/lib/kernel/csv";

/** Hands over the table it stands under as a file: what is read there, and below it of what and when it is. */
export function TableFile({ label, name }: { label: string; name: string }) {
  function hand(button: HTMLElement) {
    const table = button.closest("[data-table]")?.querySelector("table");
    if (table) downloadCsv(csvText(tableRows(table)) + csvNotes([label, ...printedNotes()]), name);
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
