import { Button } from "@/components/ui/button";

/** Stands in the form's own footer until it is answered. */
export function Unsaved({ onStay, onDiscard }: { onStay: () => void; onDiscard: () => void }) {
  return (
    <div
      role="alert"
      className="-mx-5 -mb-5 sticky bottom-[-1.25rem] z-10 flex flex-wrap items-center justify-end gap-2 border-line border-t bg-sheet px-5 py-3"
    >
      <p className="mr-auto text-sm max-sm:w-full">What you typed is not saved.</p>
      <Button look="danger" onClick={onDiscard}>
        Discard it
      </Button>
      <Button look="primary" autoFocus onClick={onStay}>
        Keep typing
      </Button>
    </div>
  );
}
