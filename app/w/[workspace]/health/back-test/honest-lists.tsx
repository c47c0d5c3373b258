import Link from "next/link";
import { counted } from "@/app/w/[workspace]/health/back-test/words";
import { BandScore } from "@/components/ui/band";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { BackTest } from "@/lib/health/back-test/data";
import type { Warning } from "@/lib/health/back-test/lists";
import { formatMoney } from "@/lib/kernel/money";
import { describeDay } from "@/lib/kernel/period-words";

type Workspace = { slug: string; currency: string };

/** The churns the score did not see coming, by name. */
export function MissedList({ workspace, missed, warning }: { workspace: Workspace; missed: BackTest["missed"]; warning: Warning }) {
  return (
    <Sheet
      title="Left while Healthy"
      note={`${missed.all} of ${counted(warning.churns, "account", "accounts")} that left and had a score; the latest first`}
      flush
    >
      {missed.all === 0 ? (
        <Nothing>Nobody: every account that left was below Healthy on its last day.</Nothing>
      ) : (
        <Table label="Accounts that left while Healthy">
          <thead>
            <tr>
              <Th>Account</Th>
              <Th>Left on</Th>
              <Th numeric>Last score</Th>
              <Th numeric>MRR lost</Th>
            </tr>
          </thead>
          <tbody>
            {missed.shown.map(({ accountId, name, day, score, mrr }) => (
              <tr key={`${accountId} ${day}`}>
                <Td>
                  <Account {...{ workspace, accountId, name }} />
                </Td>
                <Td className="whitespace-nowrap">{describeDay(day)}</Td>
                <Td numeric>
                  <BandScore band="green" score={score} />
                </Td>
                <Td numeric>{mrr === null ? "—" : formatMoney(mrr, workspace.currency)}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <More {...missed} />
    </Sheet>
  );
}

/** The alarms nothing came of, by name. */
export function SparedList({ workspace, spared }: { workspace: Workspace; spared: BackTest["spared"] }) {
  return (
    <Sheet
      title="At risk, but stayed"
      note={`${counted(spared.all, "account was", "accounts were")} At risk at a month's end and still paid 90 days later; the largest first`}
      flush
    >
      {spared.all === 0 ? (
        <Nothing>Nobody: every account that was At risk at the end of a month left within 90 days.</Nothing>
      ) : (
        <Table label="Accounts at risk that stayed">
          <thead>
            <tr>
              <Th>Account</Th>
              <Th>At risk, last</Th>
              <Th numeric>Score</Th>
              <Th numeric>MRR</Th>
              <Th>What came</Th>
            </tr>
          </thead>
          <tbody>
            {spared.shown.map(({ accountId, name, day, score, mrr, months, renewedOn }) => (
              <tr key={accountId}>
                <Td>
                  <Account {...{ workspace, accountId, name }} />
                </Td>
                <Td className="whitespace-nowrap">
                  {describeDay(day)}
                  {months > 1 ? <span className="text-ink-3 text-xs"> · {months} months</span> : null}
                </Td>
                <Td numeric>
                  <BandScore band="red" score={score} />
                </Td>
                <Td numeric>{mrr === null ? "—" : formatMoney(mrr, workspace.currency)}</Td>
                <Td className="whitespace-nowrap">{renewedOn === null ? "stayed" : `renewed ${describeDay(renewedOn)}`}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
      <More {...spared} />
    </Sheet>
  );
}

function Account({ workspace, accountId, name }: { workspace: Workspace; accountId: string; name: string }) {
  return (
    <Link href={`/w/${workspace.slug}/accounts/${accountId}`} className="wrap-anywhere font-medium hover:underline">
      {name}
    </Link>
  );
}

function Nothing({ children }: { children: string }) {
  return <p className="border-line border-t px-4 py-6 text-ink-3 text-sm">{children}</p>;
}

function More({ all, shown }: { all: number; shown: readonly unknown[] }) {
  return all > shown.length ? (
    <p className="px-4 py-3 text-ink-3 text-xs">
      The first {shown.length} of {all}.
    </p>
  ) : null;
}
