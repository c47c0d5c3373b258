"use client";

import { ChevronLeft, ChevronRight, Printer } from "lucide-react";
import { useRouter } from "next/navigation";
import { periodChoices } from "@/app/w/[workspace]/period-choices";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Select } from "@/components/ui/select";
import { addMonths } from "@/lib/kernel/period";
import { describePeriod } from "@/lib/kernel/period-words";

/** From month to month, and onto paper. */
export function MonthBar({ workspace, month, first, last }: { workspace: string; month: string; first: string; last: string }) {
  const router = useRouter();
  const address = (to: string) => `/w/${workspace}/summary/${to}`;
  const step = (by: number) => addMonths(`${month}-01`, by).slice(0, 7);
  const choices = periodChoices("month", { first, last });
  const listed = choices.some(({ value }) => value === month) ? choices : [{ value: month, label: describePeriod(month) }, ...choices];
  return (
    <nav aria-label="Months" className="no-print flex flex-wrap items-center gap-1.5">
      <Button asChild size="icon" className="size-9">
        <Link href={address(step(-1))} aria-label={`Before: ${describePeriod(step(-1))}`}>
          <ChevronLeft aria-hidden className="size-4" />
        </Link>
      </Button>
      <Select label="Month" value={month} options={listed} onChange={(next) => router.push(address(next))} />
      {step(1) > last ? null : (
        <Button asChild size="icon" className="size-9">
          <Link href={address(step(1))} aria-label={`After: ${describePeriod(step(1))}`}>
            <ChevronRight aria-hidden className="size-4" />
          </Link>
        </Button>
      )}
      <Button className="ml-auto text-sm" onClick={() => window.print()}>
        <Printer aria-hidden className="size-3.5" /> Print
      </Button>
    </nav>
  );
}
