import { metricAddress } from "@/app/w/[workspace]/metric-address";
import type { Part } from "@/app/w/[workspace]/overview/context";
import { BridgeChart } from "@/components/charts/bridge-chart";
import type { BridgePart } from "@/components/charts/bridge-steps";
import { ChartFrame } from "@/components/charts/chart-frame";
import { Sheet } from "@/components/ui/sheet";
import { formatMoney, formatShortMoney, majorText } from "@/lib/kernel/money";
import { addDays, addMonths, type Day, monthsOf } from "@/lib/kernel/period";
import { describePeriod } from "@/lib/kernel/period-words";
import type { Reading, Readings } from "@/lib/metrics/types";

const OPENS: Record<string, string> = {
  new: "new-mrr",
  expansion: "expansion-mrr",
  reactivated: "reactivation-mrr",
  contraction: "contraction-mrr",
  churned: "churned-mrr",
  closing: "mrr",
};

const HEIGHT = 270;

type Props = Omit<Part, "data"> & { data: { now: Pick<Readings, "metrics"> }; height?: number };

/** From the MRR at the beginning to the MRR at the end. */
export function Bridge({ workspace, currency, period, view, data, height = HEIGHT }: Props) {
  const reading = data.now.metrics.find(({ id }) => id === "new-mrr");
  const parts = reading ? partsOf(reading) : null;
  if (!reading || !parts) {
    return (
      <Sheet title="MRR bridge">
        <p className="py-10 text-center text-ink-2 text-sm">
          {reading?.missingRates?.length
            ? `No exchange rate yet for ${reading.missingRates.join(", ")}: import one and the bridge closes.`
            : "Nothing to bridge in this period."}
        </p>
      </Sheet>
    );
  }
  const addresses = {
    ...Object.fromEntries(Object.entries(OPENS).map(([part, id]) => [part, metricAddress(workspace, id, view)])),
    opening: metricAddress(workspace, "mrr", view, { period: justBefore(reading.period.start) }),
  };
  const signed = ({ kind, value }: BridgePart) => (kind === "loss" ? -value : value);
  return (
    <Sheet className="pt-3.5">
      <ChartFrame
        title="MRR bridge"
        fileName={`mrr-bridge-${period}`}
        height={height}
        caption={`${describePeriod(period)}${reading.partial ? ", so far" : ""}: opening MRR, plus what was gained, less what was lost, is closing MRR, to the cent. A bar opens the accounts it is made of${parts.some(({ kind }) => kind === "drift") ? "; Currency, which is what exchange rates did, is of them all" : ""}.${monthsOf(reading.period).length > 1 ? " Months are added up; the rates above compare the two ends of the period." : ""}`}
        twin={{
          columns: ["Part", `Amount (${currency})`],
          rows: parts.map((part) => ({
            key: part.id,
            cells: [part.label, formatMoney(signed(part), currency)],
            file: [part.label, Number(majorText(signed(part), currency))],
          })),
        }}
      >
        <BridgeChart
          parts={parts}
          unit="money"
          height={height}
          format={(value) => formatShortMoney(value, currency)}
          addresses={addresses}
        />
      </ChartFrame>
    </Sheet>
  );
}

// The period at whose end a period begins: its opening MRR is that one's closing.
function justBefore(start: Day): string {
  return start.endsWith("-01") ? addMonths(start, -1).slice(0, 7) : `${addDays(start, -1)}..${start}`;
}

function partsOf({ details }: Reading): BridgePart[] | null {
  const { opening, closing, new: fresh, expansion, reactivated, contraction, churned, fxImpact } = details;
  if (
    opening == null ||
    closing == null ||
    fresh == null ||
    expansion == null ||
    reactivated == null ||
    contraction == null ||
    churned == null
  )
    return null;
  const drift: BridgePart[] = fxImpact ? [{ id: "fx", label: "Currency", value: fxImpact, kind: "drift" }] : [];
  return [
    { id: "opening", label: "Opening", value: opening, kind: "balance" },
    { id: "new", label: "New", value: fresh, kind: "gain" },
    { id: "expansion", label: "Expansion", value: expansion, kind: "gain" },
    { id: "reactivated", label: "Came back", value: reactivated, kind: "gain" },
    { id: "contraction", label: "Contraction", value: contraction, kind: "loss" },
    { id: "churned", label: "Churned", value: churned, kind: "loss" },
    ...drift,
    { id: "closing", label: "Closing", value: closing, kind: "balance" },
  ];
}
