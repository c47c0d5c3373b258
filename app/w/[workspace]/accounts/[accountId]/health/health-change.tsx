import { Table, Td } from "@/components/ui/table";
import type { AccountHealth } from "@/lib/health/account";
import type { ScoreChange } from "@/lib/health/change";
import type { MeasureFace } from "@/lib/health/measure";
import { ageWords, configurationWords, figureWords, pointsWords, saysWords } from "@/lib/health/words";
import { apportioned } from "@/lib/kernel/apportioned";
import { cutScore, scoreWords } from "@/lib/kernel/band-words";
import { describeDay } from "@/lib/kernel/period-words";

type Known = Extract<ScoreChange, { kind: "known" }>;

type Line = { key: string; by: number; kind: string; words: string };

/** What changed the score over the last days: what the customer did, what is no longer or newly known, what we changed and what its age did; they add up. */
export function HealthChange({ health: { change, faces } }: { health: AccountHealth }) {
  if (change === null) return null;
  const since = describeDay(change.since);
  if (change.change.kind === "unknown") {
    const { before, missing } = change.change;
    const absent = before === null ? missing.before : missing.after;
    return (
      <p className="border-line border-t px-4 py-3 text-ink-2 text-sm">
        {before === null ? `On ${since} there was no score` : `There is no score now, so nothing can be compared with ${since}`}, for want
        of {namesOf(absent, faces)}.
      </p>
    );
  }
  const before = cutScore(change.change.before);
  const after = cutScore(change.change.after);
  const lines = linesOf(change.change, faces);
  const printed = apportioned(
    lines.map((line) => line.by),
    1,
    after - before,
  );
  const shown = lines.map((line, place) => ({ ...line, printed: printed[place] ?? 0 })).filter((line) => line.printed !== 0);
  return (
    <section className="border-line border-t">
      <h3 className="px-4 pt-3 pb-1 font-medium">
        Since {since}: {scoreWords(before)} → {scoreWords(after)}
      </h3>
      {shown.length === 0 ? <p className="px-4 pb-3 text-ink-2 text-sm">Nothing changed it.</p> : null}
      {shown.length === 0 ? null : (
        <Table label={`What changed the score since ${since}`} file="score-change">
          <tbody>
            {shown.map((line) => (
              <tr key={line.key}>
                <Td className="min-w-44">
                  <span className="text-ink-3 text-xs">{line.kind}</span>
                  <span className="block">{line.words}</span>
                </Td>
                <Td numeric data-testid="change-by">
                  {pointsWords(line.printed)}
                </Td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <Td className="font-medium">Together</Td>
              <Td numeric className="font-semibold" data-testid="change-sum">
                {pointsWords(after - before)}
              </Td>
            </tr>
          </tfoot>
        </Table>
      )}
    </section>
  );
}

function linesOf({ customer, lost, gained, configuration, age }: Known, faces: readonly MeasureFace[]): Line[] {
  return [
    ...customer
      .map(({ id, by, before, after }) => {
        const face = faces.find((one) => one.id === id);
        const words =
          face && after.value !== null && before.value !== null
            ? `${saysWords(face, after.value)}, was ${figureWords(face, before.value)}`
            : id;
        return { key: id, by, kind: "The customer", words };
      })
      .sort((one, other) => Math.abs(other.by) - Math.abs(one.by)),
    { key: "lost", by: lost.by, kind: "No longer known", words: namesOf(lost.measures, faces) },
    { key: "gained", by: gained.by, kind: "Newly known", words: namesOf(gained.measures, faces) },
    { key: "configuration", by: configuration.by, kind: "Our scorecards", words: configurationWords(configuration) },
    { key: "age", by: age.by, kind: "The account's age", words: ageWords(age) },
  ];
}

function namesOf(ids: readonly string[], faces: readonly MeasureFace[]): string {
  return ids.map((id) => faces.find((face) => face.id === id)?.name ?? id).join(", ");
}
