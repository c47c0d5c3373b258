"use client";

import { ChartLine, Download, Table2 } from "lucide-react";
import { type ReactNode, useId, useRef, useState } from "react";
import { downloadPicture } from "@/components/charts/picture";
import { Button } from "@/components/ui/button";
import { downloadCsv } from "@/components/ui/download";
import { Menu, MenuItem } from "@/components/ui/menu";
import { printedNotes } from "@/components/ui/printed";
import { Table, Td, Th } from "@/components/ui/table";
import { csvNotes, csvText } from "@/lib/kernel/csv";

/** The same figures as rows: what is drawn, for reading, listening and copying. `file` cells are unrounded and go into the file. */
export type Twin = {
  columns: readonly string[];
  rows: readonly { key: string; cells: readonly string[]; file: readonly (string | number | null)[] }[];
};

type Props = {
  title: string;
  caption: ReactNode;
  fileName: string;
  twin: Twin;
  height: number;
  children: ReactNode;
  heading?: ReactNode;
  controls?: ReactNode;
};

function widthOf(svg: SVGSVGElement): number {
  return svg.getBoundingClientRect().width;
}

/** What every chart has around it: its caption in words, its table, and its files. */
export function ChartFrame({ title, caption, fileName, twin, height, children, heading, controls }: Props) {
  const [asTable, setAsTable] = useState(false);
  const drawing = useRef<HTMLDivElement>(null);
  const captionId = useId();

  // The caption says of which time it is, in the words that stand there.
  const notes = () => [document.getElementById(captionId)?.textContent ?? "", ...printedNotes()];

  function picture() {
    const [svg] = [...(drawing.current?.querySelectorAll("svg") ?? [])].sort((a, b) => widthOf(b) - widthOf(a)); // marks of a legend are drawings too
    if (svg) void downloadPicture(svg, { name: fileName, title, notes: notes() });
  }

  function table() {
    downloadCsv(csvText([twin.columns, ...twin.rows.map(({ file }) => file)]) + csvNotes([title, ...notes()]), fileName);
  }

  return (
    <figure aria-labelledby={captionId} className="min-w-0">
      <div className="mb-2 flex flex-wrap items-center gap-x-4 gap-y-2">
        <div className="mr-auto min-w-0">{heading ?? <h2 className="headline text-lg">{title}</h2>}</div>
        {controls ? <div className="no-print flex flex-wrap items-center gap-1 max-sm:order-last max-sm:w-full">{controls}</div> : null}
        <div className="no-print -ml-3 flex items-center gap-1">
          <Button
            look="quiet"
            size="icon"
            aria-pressed={asTable}
            aria-label={asTable ? "Show as a chart" : "Show as a table"}
            onClick={() => setAsTable(!asTable)}
          >
            {asTable ? <ChartLine aria-hidden className="size-4" /> : <Table2 aria-hidden className="size-4" />}
          </Button>
          <Menu
            trigger={
              <Button look="quiet" size="icon" aria-label={`Download ${title}`}>
                <Download aria-hidden className="size-4" />
              </Button>
            }
          >
            {asTable ? null : <MenuItem onSelect={picture}>Picture (PNG)</MenuItem>}
            <MenuItem onSelect={table}>Table (CSV)</MenuItem>
          </Menu>
        </div>
      </div>
      {asTable ? (
        <div className="overflow-y-auto" style={{ maxHeight: Math.max(height, 220) }}>
          <TwinTable title={title} twin={twin} />
        </div>
      ) : (
        <div ref={drawing} className="min-w-0 overflow-hidden" style={{ minHeight: height }}>
          {children}
        </div>
      )}
      <figcaption id={captionId} className="mt-2 text-ink-3 text-xs">
        {caption}
      </figcaption>
    </figure>
  );
}

function TwinTable({ title, twin }: { title: string; twin: Twin }) {
  return (
    <Table label={title}>
      <thead>
        <tr>
          {twin.columns.map((column, index) => (
            <Th key={column} numeric={index > 0}>
              {column}
            </Th>
          ))}
        </tr>
      </thead>
      <tbody>
        {twin.rows.map(({ key, cells }) => (
          <tr key={key}>
            {cells.map((cell, index) => (
              <Td key={twin.columns[index]} numeric={index > 0}>
                {cell}
              </Td>
            ))}
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
