import { EffectChart } from "@/app/w/[workspace]/playbooks/[playbookId]/effect-chart";
import { Sheet } from "@/components/ui/sheet";
import { formatSigned } from "@/lib/kernel/format";
import { type Effect, ENOUGH, KEPT_AFTER } from "@/lib/playbooks/effect";

const VERDICTS: Record<Effect["verdict"], string> = {
  "too-few": "Cannot tell yet: there are too few accounts to compare.",
  "no-difference": "Cannot tell yet: the range holds zero, so it may do nothing.",
  better: "More of them stay than of their like.",
  worse: "Fewer of them stay than of their like.",
};

/** Whether it does any good, as far as that can be told. */
export function EffectSheet({ effect }: { effect: Effect }) {
  const { verdict, treated, untreated, unmatched, difference, interval } = effect;
  const points = (share: number) => `${formatSigned(share * 100, { unit: "score", digits: 0 })} pts`;
  const told =
    verdict !== "too-few" && difference !== null && interval
      ? ` ${points(difference)} (95 %: ${points(interval[0])} to ${points(interval[1])}).`
      : "";
  return (
    <Sheet className="pt-3.5">
      <EffectChart
        verdict={`${VERDICTS[verdict]}${told}`}
        treated={treated}
        untreated={untreated}
        caption={`Accounts that still pay ${KEPT_AFTER} days after it was set off. Untreated are accounts that the same trigger met while the playbook was not live, and those held out. Compared are only accounts of one band, one third of MRR, and under or over a year with us${unmatched > 0 ? `; ${unmatched} had no like and are left out` : ""}. At least ${ENOUGH} on each side are needed. Unless some are held out, another cause of the difference cannot be ruled out.`}
      />
    </Sheet>
  );
}
