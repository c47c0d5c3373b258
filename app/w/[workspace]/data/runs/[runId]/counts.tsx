import { count, reasonWords } from "@/app/w/[workspace]/data/words";
import { cx } from "@/components/ui/cx";

type Props = {
  read: number;
  accepted: number;
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  reasons: { readonly [reason: string]: number };
};

const SIGN = "pl-7 before:absolute before:top-4 before:left-1 before:text-ink-3 before:text-lg before:content-[attr(data-sign)]";

/** The sum that must come out, and the reasons in it: read = accepted + unchanged + rejected. */
export function Counts({ read, accepted, inserted, updated, unchanged, rejected, reasons }: Props) {
  const parts = [
    { words: "Read", n: read, sign: "" },
    { words: "Accepted", n: accepted, sign: "=", note: `${count(inserted)} new, ${count(updated)} changed` },
    { words: "Unchanged", n: unchanged, sign: "+" },
    { words: "Rejected", n: rejected, sign: "+" },
  ];
  return (
    <div className="grid gap-4">
      <dl data-testid="counts" className="flex flex-wrap gap-x-3 gap-y-3">
        {parts.map(({ words, n, sign, note }) => (
          <div key={words} data-sign={sign} className={cx("relative", sign && SIGN)}>
            <dt className="text-ink-3 text-xs">{words}</dt>
            <dd className={cx("figures font-medium text-xl", words === "Rejected" && n > 0 && "text-bad")}>{count(n)}</dd>
            {note ? <dd className="figures text-ink-3 text-xs">{note}</dd> : null}
          </div>
        ))}
      </dl>
      {rejected > 0 ? (
        <ul aria-label="Reasons" className="grid gap-1 text-sm">
          {Object.entries(reasons)
            .sort(([, a], [, b]) => b - a)
            .map(([reason, n]) => (
              <li key={reason} className="flex gap-3">
                <span className="figures min-w-6 shrink-0 text-right">{count(n)}</span>
                <span>
                  {reasonWords(reason)} <code className="text-ink-3 text-xs">{reason}</code>
                </span>
              </li>
            ))}
        </ul>
      ) : null}
    </div>
  );
}
