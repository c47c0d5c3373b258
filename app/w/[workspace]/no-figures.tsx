import { EmptyState } from "@/components/ui/empty-state";

/** A workspace without subscriptions: what is missing, and the step that fills it. */
export function NoFigures({ workspace }: { workspace: string }) {
  return (
    <EmptyState
      title="No figures yet"
      step={
        <pre className="max-w-full overflow-x-auto rounded-md border border-line bg-sunk px-4 py-3 text-left text-xs leading-6">
          {`npm run --silent cli -- import accounts accounts.csv --workspace ${workspace} --source crm\nnpm run --silent cli -- import subscriptions subscriptions.csv --workspace ${workspace} --source billing`}
        </pre>
      }
    >
      Accounts and their subscriptions make every number here. Load the two files on the machine that runs Bellwether; this page fills by
      itself when they are in.
    </EmptyState>
  );
}
