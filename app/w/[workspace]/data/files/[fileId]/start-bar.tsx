import { count } from "@/app/w/[workspace]/data/words";
import { Button } from "@/components/ui/button";
import type { Reading } from "@/lib/imports/files/view";
import type { FileOutcome } from "@/lib/imports/files/work";

type Props = {
  reading: Reading;
  rehearsed: FileOutcome | null;
  busy: boolean;
  failed: boolean;
  onStart: (task: "rehearse" | "import") => void;
};

/** What is still open, and the two things to do: try it, and do it. */
export function StartBar({ reading: { missing, questions, problem }, rehearsed, busy, failed, onStart }: Props) {
  const open = [
    ...(problem ? [problem] : []),
    ...(missing.length > 0 ? [`Needed and not found: ${missing.join(", ")}.`] : []),
    ...(questions.length > 0 ? [`${questions.length === 1 ? "One question is" : `${questions.length} questions are`} open above.`] : []),
  ];
  const isReady = open.length === 0 && !busy;
  const isTried = rehearsed !== null || failed;
  return (
    <section
      aria-label="Start"
      className="sticky bottom-[calc(3.5rem+var(--toast-room))] z-10 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-lg border border-line bg-sheet px-4 py-3 md:bottom-[calc(0.75rem+var(--toast-room))]"
    >
      <p role="status" className="min-w-0 grow basis-64 text-ink-2 text-sm">
        {open.length > 0 ? open.join(" ") : rehearsed ? summary(rehearsed) : "A dry run reads every row and changes nothing."}
      </p>
      <div className="flex gap-2">
        <Button look={isTried ? "secondary" : "primary"} disabled={!isReady} onClick={() => onStart("rehearse")}>
          {rehearsed ? "Dry run again" : "Dry run"}
        </Button>
        <Button look={isTried ? "primary" : "secondary"} disabled={!isReady} onClick={() => onStart("import")}>
          {failed ? "Go on with the import" : "Import"}
        </Button>
      </div>
    </section>
  );
}

function summary({ accepted, rejected, unchanged }: FileOutcome): string {
  const kept = unchanged > 0 ? `, ${count(unchanged)} are here already` : "";
  return `${count(accepted)} rows would come in${kept}${rejected > 0 ? `, ${count(rejected)} would be rejected` : ""}.`;
}
