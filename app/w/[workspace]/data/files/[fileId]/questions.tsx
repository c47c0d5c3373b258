import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import type { Question } from "@/lib/imports/files/questions";
import type { ImportMap } from "@/lib/imports/map";

type Props = { questions: readonly Question[]; map: ImportMap; onChange: (map: ImportMap) => void; disabled: boolean };

/** What the file does not tell. Nothing is guessed where a guess could be wrong by a factor of a hundred or by months. */
export function Questions({ questions, map, onChange, disabled }: Props) {
  if (questions.length === 0) return null;
  return (
    <Sheet title="Before it can be read" note="The file can be read in more than one way here; only you can know.">
      <ul className="grid gap-3">
        {questions.map((question) => (
          <li key={`${question.about} ${question.field}`} className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <span className="min-w-0 break-words">{question.words}</span>
            <Segmented
              label={question.words}
              value=""
              options={question.choices.map(({ value, label }) => ({ value, label }))}
              onChange={(value) => !disabled && onChange(settled(map, question, value))}
            />
          </li>
        ))}
      </ul>
    </Sheet>
  );
}

function settled(map: ImportMap, { about, field }: Question, value: string): ImportMap {
  if (about === "decimal") return { ...map, csv: { ...map.csv, decimal: value === "," ? "," : "." } };
  const origin = field === null ? undefined : map.fields[field];
  if (field === null || !origin) return map;
  const changed = about === "unit" ? { unit: value === "major" ? ("major" as const) : ("minor" as const) } : { format: value };
  return { ...map, fields: { ...map.fields, [field]: { ...origin, ...changed } } };
}
