import { Sheet } from "@/components/ui/sheet";
import { format, formatSigned } from "@/lib/kernel/format";
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
  return (
    <Sheet title="Does it help?" note={`Accounts that still pay ${KEPT_AFTER} days after it was set off`}>
      <p className="font-medium">{VERDICTS[verdict]}</p>
      {verdict !== "too-few" && difference !== null && interval ? (
        <p className="figures mt-1 text-sm">
          {points(difference)}{" "}
          <span className="text-ink-3">
            (95 %: {points(interval[0])} to {points(interval[1])})
          </span>
        </p>
      ) : null}
      <dl className="mt-3 grid gap-3 sm:grid-cols-2">
        <SideOf label="Treated" {...treated} />
        <SideOf label="Not treated, but alike" {...untreated} />
      </dl>
      <p className="mt-3 text-ink-3 text-xs">
        Untreated are accounts that the same trigger met while the playbook was not live, and those held out. Compared are only accounts of
        one band, one third of MRR, and under or over a year with us{unmatched > 0 ? `; ${unmatched} had no like and are left out` : ""}. At
        least {ENOUGH} on each side are needed. Unless some are held out, another cause of the difference cannot be ruled out.
      </p>
    </Sheet>
  );
}

function SideOf({ label, accounts, kept }: { label: string; accounts: number; kept: number }) {
  return (
    <div className="rounded-md bg-sunk px-3.5 py-2.5">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="figures text-lg">
        {accounts === 0 ? "—" : format(kept / accounts, { unit: "share", digits: 0 })}{" "}
        <span className="text-ink-3 text-sm">
          kept, {kept} of {accounts}
        </span>
      </dd>
    </div>
  );
}
