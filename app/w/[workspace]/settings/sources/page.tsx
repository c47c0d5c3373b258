import type { Metadata } from "next";
import { SourceList } from "@/app/w/[workspace]/data/source-list";
import { Templates } from "@/app/w/[workspace]/data/templates";
import { Section } from "@/app/w/[workspace]/settings/section";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { loadData } from "@/lib/imports/loaders";
import { requireScope } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Sources" };

export default async function SourcesPage({ params }: { params: Promise<{ workspace: string }> }) {
  const { slug, timeZone } = await requireScope((await params).workspace, "/w/[workspace]/settings/sources");
  const { data, kinds, mayImport } = await loadData(slug);
  const way = (
    <Button asChild>
      <Link href={`/w/${slug}/data`}>{mayImport ? "Import a file" : "To the imports"}</Link>
    </Button>
  );
  return (
    <>
      <div className="mb-7 grid justify-items-start gap-4">
        {data.sources.length === 0 ? (
          <Sheet className="w-full">
            <EmptyState title="No source yet" step={way}>
              A source is a system your records come from. Its name is given with the first file of it.
            </EmptyState>
          </Sheet>
        ) : (
          <>
            <div className="w-full">
              <SourceList sources={data.sources} timeZone={timeZone} />
            </div>
            {way}
          </>
        )}
      </div>
      <Section
        title="Templates"
        words="A CSV file to begin with, for every kind of record: its headings, and one row as an example. Columns of other names are understood too."
      >
        <Templates workspace={slug} kinds={kinds} />
      </Section>
    </>
  );
}
