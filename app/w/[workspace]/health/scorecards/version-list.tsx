import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Sheet } from "@/components/ui/sheet";
import type { Version } from "@/lib/health/versions";
import { describeDay } from "@/lib/kernel/period-words";
import { localText } from "@/lib/kernel/zone";

type Props = { versions: readonly Version[]; current: number; timeZone: string; onOpen: (version: Version) => void };

/** What was published when, by whom and why. An older one is brought back by publishing it again. */
export function VersionList({ versions, current, timeZone, onOpen }: Props) {
  return (
    <Sheet title="Versions" note="Every day keeps the version it was scored by" flush>
      <ol className="max-h-112 divide-y divide-line overflow-y-auto border-line border-t" aria-label="Versions, the newest first">
        {versions.map((version) => (
          <li key={version.number} className="flex items-start justify-between gap-3 px-4 py-2.5">
            <div className="min-w-0">
              <p className="flex flex-wrap items-center gap-x-2 font-medium">
                {version.number === 0 ? "Built in" : `Version ${version.number}`}
                {version.number === current ? <Badge tone="accent">in force</Badge> : null}
              </p>
              {version.note ? <p className="wrap-anywhere text-ink-2 text-sm">{version.note}</p> : null}
              <p className="wrap-anywhere figures text-ink-3 text-xs">
                {version.publishedAt === null
                  ? "What counts until somebody publishes"
                  : `From ${describeDay(version.fromDay)}. ${version.author}, ${localText(new Date(version.publishedAt), timeZone)}`}
              </p>
            </div>
            {version.number === current ? null : (
              <Button size="sm" onClick={() => onOpen(version)}>
                Bring back
              </Button>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  );
}
