"use client";

import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useDeferredValue, useState } from "react";
import { answered } from "@/app/w/[workspace]/answered";
import { rowsKey } from "@/app/w/[workspace]/query-keys";
import { useView } from "@/app/w/[workspace]/use-view";
import { carried, filterOf, viewAddress } from "@/app/w/[workspace]/view";
import { EvidenceTable } from "@/components/metric/evidence-table";
import { THINGS } from "@/components/metric/row-words";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Pager } from "@/components/ui/pager";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { describePeriod } from "@/lib/kernel/period-words";
import { readRowsAction } from "@/lib/metrics/actions";
import type { ShownMetric } from "@/lib/metrics/rows-face";
import type { Reading } from "@/lib/metrics/types";

type Props = {
  workspace: { slug: string; currency: string };
  face: ShownMetric;
  faces: readonly ShownMetric[];
  reading: Reading;
  period: string;
  dimmed: boolean;
};

const SORTS = [
  { value: "weight", label: "Heaviest first" },
  { value: "name", label: "By name" },
] as const;

/** The rows behind the number. They add up to it, and the sum stands under them. */
export function Rows({ workspace, face, faces, reading, period, dimmed }: Props) {
  const [view, setView] = useView();
  const search = useDeferredValue(view.search);
  const asked = { workspace: workspace.slug, id: face.id, period, where: filterOf(view, face.dimensions), search, sort: view.sort };
  const [pages, setPages] = useState<{ of: string; cursors: string[] }>({ of: "", cursors: [] });
  const here = JSON.stringify(asked);
  const cursors = pages.of === here ? pages.cursors : [];
  const request = { ...asked, after: cursors.at(-1) ?? null };
  const { data, isPlaceholderData, error } = useQuery({
    queryKey: rowsKey(request),
    queryFn: () => answered(readRowsAction(request)),
    placeholderData: keepPreviousData,
  });
  const [first] = reading.from ?? [];
  const of = faces.find(({ id }) => id === first);
  const turn = (next: string[]) => setPages({ of: here, cursors: next });
  const next = data?.next ?? null;
  return (
    <Sheet
      flush
      className="mt-5"
      title="The rows behind it"
      note={
        of
          ? `Those of ${of.name}, the first of the numbers this one is made from`
          : `${describePeriod(period)}: every ${THINGS[face.rows.counted].one} that counts, once`
      }
      actions={
        <>
          <div className="w-44">
            <Input
              type="search"
              aria-label="Search the rows"
              placeholder="Search accounts"
              value={view.search}
              onChange={({ target }) => void setView({ search: target.value }, { history: "replace", throttleMs: 300 })}
              className="h-8 text-sm"
            />
          </div>
          <Segmented label="Order of the rows" value={view.sort} options={SORTS} onChange={(sort) => void setView({ sort })} />
          <Button asChild size="sm">
            <a
              href={viewAddress(`/w/${workspace.slug}/metrics/${face.id}/rows`, {
                ...carried(view),
                period,
                search: view.search,
                sort: view.sort,
              })}
              download
            >
              <Download aria-hidden className="size-3.5" /> CSV
            </a>
          </Button>
        </>
      }
    >
      {error ? (
        <p role="alert" className="px-4 py-3 text-bad text-sm">
          {error.message}
        </p>
      ) : null}
      {data ? (
        <>
          <EvidenceTable
            page={data}
            face={face.rows}
            reading={reading}
            currency={workspace.currency}
            accountAddress={(id) => `/w/${workspace.slug}/accounts/${id}`}
            dimmed={dimmed || isPlaceholderData}
            isWhole={!of}
          />
          {data.total.rows === 0 ? null : (
            <Pager
              words={`${data.rows.length.toLocaleString("en-US")} of ${data.total.rows.toLocaleString("en-US")} rows${search ? ", those that match the search" : ""}`}
              onPrevious={cursors.length > 0 ? () => turn(cursors.slice(0, -1)) : null}
              onNext={next === null ? null : () => turn([...cursors, next])}
            />
          )}
        </>
      ) : null}
    </Sheet>
  );
}
