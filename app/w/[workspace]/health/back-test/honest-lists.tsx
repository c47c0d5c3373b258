import { counted } from "@/app/w/[workspace]/health/back-test/words";
import { BandScore } from "@/components/ui/band";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { BackTest } from "@/lib/health/back-test/data";
import type { Warning } from "@/lib/health/back-test/lists";
import type { Band } from "@/lib/kernel/health-score";
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
        <>
          <Cards
            workspace={workspace}
            lines={missed.shown.map(({ day, score, mrr, ...one }) => ({
              ...one,
              band: "green",
              score,
              mrr,
              words: `left ${describeDay(day)}`,
            }))}
          />
          <div className="hidden md:block">
            <Table label="Accounts that left while Healthy" file="left-while-healthy">
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
          </div>
        </>
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
        <>
          <Cards
            workspace={workspace}
            lines={spared.shown.map(({ day, score, mrr, renewedOn, ...one }) => ({
              ...one,
              band: "red",
              score,
              mrr,
              words: `at risk ${describeDay(day)}, ${renewedOn === null ? "stayed" : `renewed ${describeDay(renewedOn)}`}`,
            }))}
          />
          <div className="hidden md:block">
            <Table label="Accounts at risk that stayed" file="at-risk-but-stayed">
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
          </div>
        </>
      )}
      <More {...spared} />
    </Sheet>
  );
}

type Line = { accountId: string; name: string; band: Band; score: number; mrr: number | null; words: string };

/** The same where a table does not fit. */
function Cards({ workspace, lines }: { workspace: Workspace; lines: readonly Line[] }) {
  return (
    <ul className="divide-y divide-line border-line border-t md:hidden">
      {lines.map(({ accountId, name, band, score, mrr, words }) => (
        <li key={`${accountId} ${words}`} className="grid gap-0.5 px-4 py-2.5">
          <span className="flex items-baseline justify-between gap-3">
            <Account {...{ workspace, accountId, name }} />
            <span className="figures shrink-0">{mrr === null ? "—" : formatMoney(mrr, workspace.currency)}</span>
          </span>
          <span className="flex items-center gap-2 text-ink-3 text-xs">
            <BandScore band={band} score={score} /> {words}
          </span>
        </li>
      ))}
    </ul>
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
