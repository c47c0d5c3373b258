"use client";

import { Sum } from "@/app/w/[workspace]/data/source-list";
import { count, moment } from "@/app/w/[workspace]/data/words";
import { useValueWords } from "@/components/metric/owners";
import { Badge, type Tone } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { RunRow } from "@/lib/imports/data";
import { label } from "@/lib/imports/files/field-words";

export const RUN_STATES: Record<RunRow["status"], { words: string; tone: Tone }> = {
  running: { words: "Running", tone: "accent" },
  done: { words: "Done", tone: "plain" },
  failed: { words: "Stopped", tone: "bad" },
  undoing: { words: "Being undone", tone: "accent" },
  undone: { words: "Undone", tone: "watch" },
};

/** Every import, newest first: what it read, took and refused, and who started it. */
export function RunList({ workspace, runs, timeZone }: { workspace: string; runs: readonly RunRow[]; timeZone: string }) {
  const words = useValueWords();
  return (
    <Sheet title="Imports" note={runs.length === 100 ? "the latest 100" : undefined} flush>
      <div className="hidden md:block">
        <Table label="Imports" file="imports">
          <thead>
            <tr>
              <Th>Started</Th>
              <Th>File</Th>
              <Th>Records</Th>
              <Th>Source</Th>
              <Th numeric>Read</Th>
              <Th numeric>Accepted</Th>
              <Th numeric>Unchanged</Th>
              <Th numeric>Rejected</Th>
              <Th>By</Th>
              <Th>State</Th>
            </tr>
          </thead>
          <tbody>
            {runs.map((run) => (
              <tr key={run.id}>
                <Td className="figures whitespace-nowrap text-ink-2">{moment(run.startedAt, timeZone)}</Td>
                <Td className="max-w-64 truncate">
                  <RunLink workspace={workspace} run={run} />
                </Td>
                <Td className="whitespace-nowrap">{label(run.kind)}</Td>
                <Td className="max-w-40 truncate">{run.source}</Td>
                <Td numeric>{count(run.read)}</Td>
                <Td numeric>{count(run.inserted + run.updated)}</Td>
                <Td numeric>{count(run.unchanged)}</Td>
                <Td numeric className={run.rejected > 0 ? "text-bad" : ""}>
                  {count(run.rejected)}
                </Td>
                <Td className="max-w-40 truncate text-ink-2">{words("owner", run.actor)}</Td>
                <Td>
                  <State status={run.status} />
                </Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="divide-y divide-line border-line border-t md:hidden">
        {runs.map((run) => (
          <li key={run.id} className="grid gap-0.5 px-4 py-2.5">
            <p className="flex flex-wrap items-baseline justify-between gap-x-3">
              <RunLink workspace={workspace} run={run} />
              <State status={run.status} />
            </p>
            <p className="text-ink-3 text-xs">
              {label(run.kind)} of {run.source} · {moment(run.startedAt, timeZone)} · {words("owner", run.actor)}
            </p>
            <Sum read={run.read} accepted={run.inserted + run.updated} unchanged={run.unchanged} rejected={run.rejected} />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function RunLink({ workspace, run }: { workspace: string; run: RunRow }) {
  return (
    <Link href={`/w/${workspace}/data/runs/${run.id}`} className="min-w-0 break-all font-medium text-accent hover:underline">
      {run.fileName}
    </Link>
  );
}

function State({ status }: Pick<RunRow, "status">) {
  const { words, tone } = RUN_STATES[status];
  return <Badge tone={tone}>{words}</Badge>;
}
