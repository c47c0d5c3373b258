import { filterOf } from "@/app/w/[workspace]/view";
import { CSV_START, csvNotes } from "@/lib/kernel/csv";
import { ALL_DIMENSIONS } from "@/lib/kernel/dimension";
import { describeMoment, describePeriod } from "@/lib/kernel/period-words";
import { refresh } from "@/lib/ledger/refresh";
import { listEvidence } from "@/lib/metrics/evidence";
import { findMetric } from "@/lib/metrics/registry";
import { checkMetric } from "@/lib/metrics/request";
import { shownMetric } from "@/lib/metrics/rows-face";
import { type RowsFile, rowsFile } from "@/lib/metrics/rows-file";
import { RowsFileRequest } from "@/lib/metrics/schema";
import type { EvidencePage, Filter } from "@/lib/metrics/types";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { defineRoute } from "@/lib/platform/route";
import type { Scope } from "@/lib/platform/scope";
import { streamed } from "@/lib/platform/streamed";

const CHUNK = 2_000;

/** All rows behind a number as a file, page by page, so that its length costs no memory. What it was narrowed to stands below the rows. */
export const GET = defineRoute(
  { name: "/w/[workspace]/metrics/[metricId]/rows", input: RowsFileRequest, limit: "30/m" },
  async ({ scope }, input) => {
    const where = filterOf(input, ALL_DIMENSIONS);
    const asked = {
      id: input.metricId,
      period: input.period,
      where,
      sort: input.sort,
      limit: CHUNK,
      ...(input.search ? { search: input.search } : {}),
    };
    const read = (after: string | null) =>
      withTenant(scope, ({ sql }) => listEvidence(sql, scope, { ...asked, ...(after === null ? {} : { after }) }), "read");
    await refresh(scope);
    const first = await read(null);
    const file = rowsFile(first.columns, shownMetric(checkMetric(input.metricId), findMetric).rows, scope.currency);
    return new Response(streamed(lines(file, first, { read, notes: notesOf(scope, input, where) })), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName(scope, input)}"`,
        "cache-control": "private, no-store",
      },
    });
  },
);

async function* lines(
  { head, line }: RowsFile,
  first: EvidencePage,
  { read, notes }: { read: (after: string | null) => Promise<EvidencePage>; notes: readonly string[] },
): AsyncGenerator<string> {
  yield CSV_START + head;
  for (let page: EvidencePage | null = first; page; page = page.next === null ? null : await read(page.next)) {
    yield page.rows.map(line).join("");
  }
  yield csvNotes(notes);
}

function notesOf(
  { name, timeZone }: Scope,
  { metricId, period, search }: { metricId: string; period: string; search: string },
  where: Filter,
): string[] {
  const filters = [
    ...Object.entries(where).map(([dimension, value]) => `${dimension} ${value ?? "none"}`),
    ...(search === "" ? [] : [`search ${search}`]),
  ];
  return [
    `The rows behind ${checkMetric(metricId).face.name}, ${describePeriod(period)} · ${name}`,
    `As of ${describeMoment(now(), timeZone)} (${timeZone})`,
    `Filters: ${filters.length === 0 ? "none" : filters.join("; ")}`,
  ];
}

// Made of letters, digits and dashes alone, whatever was asked for.
function fileName({ slug }: Scope, { metricId, period }: { metricId: string; period: string }): string {
  return `${slug}-${metricId}-${period}`.replace(/[^A-Za-z0-9.-]+/g, "-").concat(".csv");
}
