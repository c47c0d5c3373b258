import { BandChurn } from "@/app/w/[workspace]/health/back-test/band-churn";
import { FeatureRetention } from "@/app/w/[workspace]/health/back-test/feature-retention";
import { Figures } from "@/app/w/[workspace]/health/back-test/figures";
import { MissedList, SparedList } from "@/app/w/[workspace]/health/back-test/honest-lists";
import { Refusal } from "@/app/w/[workspace]/health/back-test/refusal";
import { SuggestedWeights } from "@/app/w/[workspace]/health/back-test/suggested-weights";
import { VersionPicker } from "@/app/w/[workspace]/health/back-test/version-picker";
import { Fresh } from "@/components/metric/fresh";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import type { BackTestPage } from "@/lib/health/back-test/loaders";
import { describeDay } from "@/lib/kernel/period-words";

/** Whether the score has foretold who left: the numbers with how far they may be off, its two kinds of error by name, and other weights. */
export function BackTestScreen({ page }: { page: BackTestPage }) {
  const { workspace, asOf, backTest } = page;
  const { versions, version, current, verdict, stale } = backTest;
  const named = versions.toReversed().map(({ number, fromDay }) => ({
    value: String(number),
    label: `${number === 0 ? "built-in" : `version ${number}, from ${describeDay(fromDay)}`}${number === current ? ", in force" : ""}`,
  }));
  return (
    <>
      <header className="mb-5 grid gap-2">
        <Link href={`/w/${workspace.slug}/health`} className="justify-self-start text-accent text-sm hover:underline">
          Health
        </Link>
        <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
          <h1 className="headline text-2xl">Does the score predict who leaves?</h1>
          <p className="flex items-center gap-2">
            {stale && verdict.points > 0 ? <Badge tone="watch">Today is being scored again</Badge> : null}
            <Fresh at={asOf} timeZone={workspace.timeZone} />
          </p>
        </div>
        <p className="max-w-prose text-ink-2 text-sm">
          Every paying account is scored as it stood at the end of each month, by what was known on that day and nothing later, and held
          against the 90 days after: did its MRR fall to 0?
        </p>
        <div className="no-print">
          <VersionPicker version={version.number} versions={named} />
        </div>
      </header>
      <div className="grid gap-5">
        {verdict.kind === "too-few" ? (
          <Sheet>
            <Refusal workspace={workspace.slug} verdict={verdict} />
          </Sheet>
        ) : (
          <>
            <Figures verdict={verdict} />
            <BandChurn bands={verdict.bands} edges={version.config.bands} currency={workspace.currency} />
            <div className="grid items-start gap-5 xl:grid-cols-2">
              <MissedList workspace={workspace} missed={backTest.missed} warning={verdict.warning} />
              <SparedList workspace={workspace} spared={backTest.spared} />
            </div>
            <SuggestedWeights page={page} />
          </>
        )}
        <FeatureRetention features={backTest.features} />
      </div>
    </>
  );
}
