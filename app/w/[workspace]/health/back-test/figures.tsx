import { counted, ofHundred, spanWords } from "@/app/w/[workspace]/health/back-test/words";
import { Figure } from "@/components/metric/figure";
import { Badge, type Tone } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import type { Verdict } from "@/lib/health/back-test/verdict";
import { format } from "@/lib/kernel/format";
import { describeMonth } from "@/lib/kernel/period-words";
import { wilson } from "@/lib/kernel/wilson";

type Judged = Extract<Verdict, { kind: "judged" }>;

const SAYS: Record<"yes" | "chance" | "wrong", { tone: Tone; words: string }> = {
  yes: { tone: "good", words: "Better than chance" },
  chance: { tone: "watch", words: "No better than chance, as far as can be told" },
  wrong: { tone: "bad", words: "The wrong way round" },
};

/** What the score foretold, in one sentence and four numbers; each with its interval and of how many. */
export function Figures({ verdict }: { verdict: Judged }) {
  const { auc, lift, warning, missed, churns, accounts, scored, points, waiting, from, through } = verdict;
  const says = SAYS[auc.interval[0] > 0.5 ? "yes" : auc.interval[1] < 0.5 ? "wrong" : "chance"];
  const silent = points - scored;
  return (
    <Sheet className="pt-3.5">
      <p className="max-w-prose" data-testid="verdict">
        <Badge tone={says.tone}>{says.words}</Badge> Of two accounts, one that left within 90 days and one that stayed, the score was lower
        for the one that left {ofHundred(auc.auc)} times in 100 ({ofHundred(auc.interval[0])} to {ofHundred(auc.interval[1])}); 50 is
        chance.
      </p>
      <dl className="mt-4 grid gap-x-6 gap-y-5 sm:grid-cols-2 lg:grid-cols-4">
        <Told
          id="auc"
          name="AUC"
          value={format(auc.auc, { unit: "ratio" })}
          span={spanWords(auc.interval, "ratio", 2)}
          of={`${counted(churns, "account", "accounts")} that left, ${counted(auc.others, "month's end", "months' ends")} of those that stayed`}
        />
        <Told
          id="lift"
          name="Lift of the lowest tenth"
          value={`${format(lift.lift, { unit: "ratio", digits: 1 })}×`}
          span={spanWords(lift.interval, "ratio", 1)}
          of={`${format(lift.highest, { unit: "share" })} of the lowest-scored tenth left, ${format(lift.all, { unit: "share" })} of all`}
        />
        <Told
          id="warning"
          name="Median warning"
          value={format(warning.medianDays, { unit: "days", digits: 0 })}
          span={spanWords(warning.interval, "count", 0)}
          of={`${warning.warned} of ${counted(warning.churns, "account that left was", "accounts that left were")} below Healthy to the end; counted up to 180 days${warning.unscored > 0 ? `; ${warning.unscored} more had no score` : ""}`}
        />
        <Told
          id="missed"
          name="Left while Healthy"
          value={format(warning.churns === 0 ? null : missed.length / warning.churns, { unit: "share" })}
          span={spanWords(wilson(missed.length, warning.churns), "share", 1)}
          of={`${missed.length} of ${counted(warning.churns, "account", "accounts")} that left, by their last score`}
        />
      </dl>
      <p className="mt-4 max-w-prose text-ink-3 text-xs">
        {from === null || through === null ? "" : `Ends of months from ${describeMonth(from)} to ${describeMonth(through)}: `}
        {counted(points, "observation", "observations")} of {counted(accounts, "account", "accounts")}, {scored.toLocaleString("en-US")}{" "}
        with a score
        {silent > 0 ? ` (${silent.toLocaleString("en-US")} without are in no number but a band of their own)` : ""};{" "}
        {waiting.toLocaleString("en-US")} more are left out, for their 90 days are not over. One account gives many months, so all intervals
        are of accounts (Obuchowski's for the AUC), not of months.
      </p>
    </Sheet>
  );
}

type ToldProps = { id: string; name: string; value: string; span: string; of: string };

function Told({ id, name, value, span, of }: ToldProps) {
  return (
    <div className="grid content-start gap-0.5" data-testid={id}>
      <dt className="eyebrow">{name}</dt>
      <dd className="headline text-3xl">
        <Figure text={value} />
      </dd>
      <dd className="figures text-ink-2 text-sm">{span === "" ? "no interval from so few" : span}</dd>
      <dd className="text-ink-3 text-xs">{of}</dd>
    </div>
  );
}
