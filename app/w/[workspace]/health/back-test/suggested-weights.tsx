import { backTestAddress } from "@/app/w/[workspace]/health/back-test/params";
import { counted, spanWords } from "@/app/w/[workspace]/health/back-test/words";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Sheet } from "@/components/ui/sheet";
import { Table, Td, Th } from "@/components/ui/table";
import type { BackTestPage } from "@/lib/health/back-test/loaders";
import type { Suggestion } from "@/lib/health/weights/suggest";
import type { AucInterval } from "@/lib/kernel/auc-interval";
import { format } from "@/lib/kernel/format";

/** The weights that history would give, beside those of the version. Nothing is scored by them until a person publishes them. */
export function SuggestedWeights({ page: { workspace, backTest, weights, faces } }: { page: BackTestPage }) {
  const number = backTest.version.number;
  if (weights === null)
    return (
      <Sheet
        title="Would other weights do better?"
        note="Weights fitted to this history, tested on accounts they were not fitted to"
        actions={
          <Button asChild size="sm">
            <Link href={backTestAddress(workspace.slug, { version: number, weights: true })} scroll={false}>
              Work out weights
            </Link>
          </Button>
        }
      >
        <p className="text-ink-2 text-sm">It takes a second or two, and changes nothing.</p>
      </Sheet>
    );
  return (
    <Sheet
      title="Would other weights do better?"
      note="A logistic regression held back by a ridge; each account is scored by weights it had no part in (five folds of whole accounts)"
      actions={
        weights.draft === "" || !weights.mayPublish ? null : (
          <Button asChild size="sm">
            <Link href={`/w/${workspace.slug}/health/scorecards?weights=${encodeURIComponent(weights.draft)}`}>Open as a draft</Link>
          </Button>
        )
      }
      flush
    >
      <div className="grid divide-y divide-line border-line border-t">
        {weights.suggestions.map((each) => (
          <Card key={each.card} suggestion={each} faces={faces} isOnly={weights.suggestions.length === 1} />
        ))}
      </div>
    </Sheet>
  );
}

type CardProps = { suggestion: Suggestion; faces: BackTestPage["faces"]; isOnly: boolean };

function Card({ suggestion, faces, isOnly }: CardProps) {
  return (
    <div className="py-3" data-testid={`weights-${suggestion.card}`}>
      {isOnly ? null : <h3 className="px-4 pb-1 font-medium">{suggestion.name}</h3>}
      {suggestion.kind === "too-few" ? (
        <p className="px-4 text-ink-2 text-sm">
          {counted(suggestion.churns, "account of this card has", "accounts of this card have")} left; {suggestion.needed} are needed before
          weights can be learned.
        </p>
      ) : (
        <Compared suggestion={suggestion} faces={faces} />
      )}
    </div>
  );
}

type Told = Exclude<Suggestion, { kind: "too-few" }>;

function Compared({ suggestion, faces }: { suggestion: Told; faces: BackTestPage["faces"] }) {
  const { current, suggested, churns } = suggestion;
  return (
    <div className="grid gap-3">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-2 px-4">
        <dl className="flex flex-wrap gap-x-8 gap-y-2">
          <Auc name="These weights" auc={current} />
          <Auc name="Suggested weights" auc={suggested} />
        </dl>
        <p className="text-ink-3 text-xs">
          AUC with its 95 % interval, of {counted(churns, "account", "accounts")} that left, on the same months
        </p>
      </div>
      {suggestion.kind === "nothing" ? (
        <p className="px-4 text-sm" data-testid="nothing-predicts">
          <Badge tone="watch">Nothing predicts</Badge> No weighting of these measures tells those who leave from those who stay better than
          chance: the interval holds 0.5, so no weights are suggested.
        </p>
      ) : (
        <>
          <p className="px-4 text-ink-2 text-sm">{comparedWords(suggestion.current, suggestion.suggested)}</p>
          <Weights weights={suggestion.weights} faces={faces} />
        </>
      )}
    </div>
  );
}

function comparedWords(current: AucInterval, suggested: AucInterval): string {
  if (suggested.auc <= current.auc) return "The suggested weights do no better than these: this history gives no reason to change.";
  return suggested.interval[0] > current.auc
    ? "The whole interval of the suggested weights lies above what these weights reach."
    : "The interval of the suggested weights holds what these weights reach: they cannot be told apart.";
}

function Auc({ name, auc }: { name: string; auc: AucInterval | null }) {
  return (
    <div>
      <dt className="eyebrow">{name}</dt>
      <dd className="figures">
        <span className="headline text-xl">{format(auc?.auc ?? null, { unit: "ratio" })}</span>{" "}
        <span className="text-ink-2 text-sm">{spanWords(auc?.interval ?? null, "ratio", 2)}</span>
      </dd>
    </div>
  );
}

type WeightsProps = { weights: Extract<Suggestion, { kind: "suggested" }>["weights"]; faces: BackTestPage["faces"] };

function Weights({ weights, faces }: WeightsProps) {
  const turned = weights.filter((weight) => weight.turned);
  const nameOf = (id: string) => faces.find((face) => face.id === id)?.name ?? id;
  return (
    <>
      <Table label="Weights now and suggested" file="suggested-weights">
        <thead>
          <tr>
            <Th>Measure</Th>
            <Th numeric>Now</Th>
            <Th numeric>Suggested</Th>
            <Th className="w-2/5 max-sm:hidden">Suggested, of 100</Th>
          </tr>
        </thead>
        <tbody>
          {weights.map(({ id, current, suggested, turned: isTurned }) => (
            <tr key={id}>
              <Td>{nameOf(id)}</Td>
              <Td numeric>{format(current, { unit: "score" })}</Td>
              <Td numeric className="font-semibold">
                {suggested}
                {isTurned ? "*" : ""}
              </Td>
              <Td className="max-sm:hidden">
                <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-sunk">
                  <span className="block h-full bg-chart-1" style={{ width: `${suggested}%` }} />
                </span>
              </Td>
            </tr>
          ))}
        </tbody>
      </Table>
      <p className="max-w-prose px-4 text-ink-3 text-xs">
        {turned.length === 0
          ? ""
          : `* ${turned.map(({ id }) => nameOf(id)).join(", ")}: in this history a better score goes with leaving; a weight below 0 cannot be explained to anybody, so it is 0. `}
        Both columns are put on a sum of 100. Limits stay as they are. A measure that is missing counts as its mean while weights are
        fitted, with a mark that it is missing.
      </p>
    </>
  );
}
