import { BandMark } from "@/components/ui/band";
import { Table, Td, Th } from "@/components/ui/table";
import type { AccountHealth } from "@/lib/health/account";
import type { MeasureFace } from "@/lib/health/measure";
import type { Part } from "@/lib/health/score";
import { pointsWords, saysWords } from "@/lib/health/words";
import { apportioned } from "@/lib/kernel/apportioned";
import { cutScore, scoreWords } from "@/lib/kernel/band-words";
import { format } from "@/lib/kernel/format";
import { describeDistance } from "@/lib/kernel/period-words";

/** Every measure that is known with what it adds: the parts add up to the score, in print too. What is missing is left out, and says why. */
export function HealthReasons({ health: { parts, faces, score, coverage, computed } }: { health: AccountHealth }) {
  const known = parts.filter((part) => part.score !== null);
  const missing = parts.filter((part) => part.score === null);
  const weight = known.reduce((sum, part) => sum + part.weight, 0);
  const adds = apportioned(
    known.map(({ contribution }) => contribution ?? 0),
    1,
    cutScore(score ?? 0),
  );
  const face = (id: string) => faces.find((one) => one.id === id);
  return (
    <>
      <Table label="What the score is made of" file="score" className="border-line border-t">
        <thead>
          <tr>
            <Th>Measure</Th>
            <Th numeric>Score</Th>
            <Th numeric className="max-sm:hidden">
              Counts for
            </Th>
            <Th numeric>Adds</Th>
          </tr>
        </thead>
        <tbody>
          {known.map((part, place) => (
            <tr key={part.id}>
              <Td className="min-w-32">
                <span className="font-medium">{face(part.id)?.name ?? part.id}</span>
                <span className="block text-ink-2 text-xs">{told(part, face(part.id))}</span>
              </Td>
              <Td numeric>
                {Math.round(part.score ?? 0)} <span className="text-ink-3">of 100</span>
              </Td>
              <Td numeric className="max-sm:hidden">
                {format(part.weight / weight, { unit: "share", digits: 0 })}
              </Td>
              <Td numeric className="font-medium" data-testid="health-adds">
                {score === null ? "—" : pointsWords(adds[place] ?? 0)}
              </Td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <Td className="font-medium">
              Score <BandMark band={computed} className="ml-2" />
            </Td>
            <Td />
            <Td numeric className="text-ink-3 text-xs max-sm:hidden">
              from {format(coverage, { unit: "share", digits: 0 })} of the weight
            </Td>
            <Td numeric className="border-line border-t font-semibold" data-testid="health-sum">
              {scoreWords(score)}
            </Td>
          </tr>
        </tfoot>
      </Table>
      {score === null ? (
        <p className="border-line border-t px-4 py-2.5 text-ink-2 text-sm">Less than half of the weight is known, so there is no score.</p>
      ) : null}
      {missing.length === 0 ? null : (
        <details className="border-line border-t" open={score === null}>
          <summary className="cursor-pointer px-4 py-2.5 text-ink-2 text-sm">
            Left out for want of data: {missing.map(({ id }) => face(id)?.name ?? id).join(", ")}
          </summary>
          <dl className="grid gap-2 px-4 pb-3 text-sm">
            {missing.map(({ id }) => (
              <div key={id}>
                <dt className="font-medium">{face(id)?.name ?? id}</dt>
                <dd className="text-ink-3 text-xs">Missing when: {face(id)?.missing}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

function told({ value, age }: Part, face: MeasureFace | undefined): string {
  const words = face && value !== null ? saysWords(face, value) : "";
  return age === null || age <= 0 ? words : `${words}, as of ${describeDistance(-age)}`;
}
