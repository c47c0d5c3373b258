import { splitUnit } from "@/components/metric/show";
import { cx } from "@/components/ui/cx";

/** A figure with its unit muted beside it. */
export function Figure({ text }: { text: string }) {
  const { figure, unit } = splitUnit(text);
  return (
    <span className={cx("figures", figure === "—" && "font-normal text-[0.62em] text-ink-3")}>
      {figure}
      {unit ? <span className="text-[0.62em] text-ink-3">{unit}</span> : null}
    </span>
  );
}
