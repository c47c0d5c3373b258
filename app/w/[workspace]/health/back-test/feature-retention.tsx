import { counted } from "@/app/w/[workspace]/health/back-test/words";
import { Badge, type Tone } from "@/components/ui/badge";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { BackTest } from "@/lib/health/back-test/data";
import { FIRST_DAYS } from "@/lib/health/features/first-use";
import { type FeatureRecord, NEEDED_ACCOUNTS } from "@/lib/health/features/retention";
import { opportunityWords, points } from "@/lib/health/features/words";
import { format } from "@/lib/kernel/format";

const SAYS: Record<FeatureRecord["says"], { tone: Tone; words: string }> = {
  better: { tone: "good", words: "Kept better" },
  worse: { tone: "bad", words: "Kept worse" },
  nothing: { tone: "plain", words: "No difference seen" },
  "too-few": { tone: "plain", words: "Too few to say" },
};

/** Which features of the first 90 days go with staying. */
export function FeatureRetention({ features: { records, followedDays, accounts, leftBefore } }: { features: BackTest["features"] }) {
  const opportunities = records.flatMap((record) => opportunityWords(record) ?? []);
  return (
    <Sheet
      title="Which features go with staying?"
      note={`Accounts that used a feature in their first ${FIRST_DAYS} days against those that did not, kept from day ${FIRST_DAYS + 1} to day ${FIRST_DAYS + 1 + followedDays}: an association, not a cause`}
      flush
    >
      {accounts === 0 ? (
        <p className="border-line border-t px-4 py-6 text-ink-3 text-sm">
          No account has been followed for long enough yet: from its first paid day, with use known, for {FIRST_DAYS + followedDays} days.
        </p>
      ) : (
        <>
          {opportunities.length === 0 ? null : (
            <ul className="grid gap-1 border-line border-t px-4 py-3" aria-label="Opportunities">
              {opportunities.map((words) => (
                <li key={words}>
                  <Badge tone="good">Opportunity</Badge> {words}
                </li>
              ))}
            </ul>
          )}
          <ul className="divide-y divide-line border-line border-t md:hidden">
            {records.map((record) => (
              <FeatureCard key={record.feature} record={record} />
            ))}
          </ul>
          <div className="hidden md:block">
            <Table label="Features of the first 90 days and retention" file="features-and-retention">
              <thead>
                <tr>
                  <Th>Feature</Th>
                  <Th numeric>Adopters kept</Th>
                  <Th numeric>Others kept</Th>
                  <Th numeric>Difference, adjusted</Th>
                  <Th numeric>p, of all asked</Th>
                  <Th>Says</Th>
                </tr>
              </thead>
              <tbody>
                {records.map((record) => (
                  <Row key={record.feature} record={record} />
                ))}
              </tbody>
            </Table>
          </div>
          <p className="max-w-prose px-4 py-3 text-ink-3 text-xs">
            {counted(accounts, "account", "accounts")} whose first paid day lies in the time from which use is known, that still paid after{" "}
            {FIRST_DAYS} days ({leftBefore} had left by then) and whose follow-up of {followedDays} days is over. Compared are accounts of
            the same plan, the same third by MRR and begun in the same half-year (Mantel–Haenszel, Sato's interval); p is held against all
            features asked about (Holm). At least {NEEDED_ACCOUNTS} accounts on either side. Who takes a feature up may differ in what
            nobody has written down.
          </p>
        </>
      )}
    </Sheet>
  );
}

type Props = { record: FeatureRecord };

/** The same where a table does not fit. */
function FeatureCard({ record: { feature, adopters, others, adjusted, says } }: Props) {
  return (
    <li className="grid gap-0.5 px-4 py-2.5">
      <span className="flex items-baseline justify-between gap-3">
        <span className="wrap-anywhere min-w-0 font-medium">{feature}</span>
        <Badge tone={SAYS[says].tone}>{SAYS[says].words}</Badge>
      </span>
      <span className="figures text-ink-2 text-xs">
        kept: adopters <Kept {...adopters} />, others <Kept {...others} />
      </span>
      {adjusted === null ? null : (
        <span className="figures text-ink-2 text-xs">
          <Difference adjusted={adjusted} />
        </span>
      )}
    </li>
  );
}

function Row({ record: { feature, adopters, others, adjusted, p, says } }: Props) {
  return (
    <tr>
      <Td className="wrap-anywhere font-medium">{feature}</Td>
      <Td numeric>
        <Kept {...adopters} />
      </Td>
      <Td numeric>
        <Kept {...others} />
      </Td>
      <Td numeric>{adjusted === null ? "—" : <Difference adjusted={adjusted} />}</Td>
      <Td numeric>{p === null ? "—" : p < 0.001 ? "< 0.001" : format(p, { unit: "ratio", digits: 3 })}</Td>
      <Td className="whitespace-nowrap">
        <Badge tone={SAYS[says].tone}>{SAYS[says].words}</Badge>
      </Td>
    </tr>
  );
}

function Kept({ kept, whole }: FeatureRecord["adopters"]) {
  return (
    <>
      {format(whole === 0 ? null : kept / whole, { unit: "share", digits: 0 })}{" "}
      <span className="text-ink-3 text-xs">
        {kept} of {whole}
      </span>
    </>
  );
}

function Difference({ adjusted: { difference, interval, cases } }: { adjusted: NonNullable<FeatureRecord["adjusted"]> }) {
  return (
    <>
      {points(difference)} pts{" "}
      <span className="text-ink-3 text-xs">
        {points(interval[0])} to {points(interval[1])}, n {cases}
      </span>
    </>
  );
}
