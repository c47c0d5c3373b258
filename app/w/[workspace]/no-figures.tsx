/** A workspace without subscriptions: what is missing, and the step that fills it. */
export function NoFigures({ workspace }: { workspace: string }) {
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-1 gap-4 py-12">
      <h1 className="headline text-2xl">No figures yet</h1>
      <p className="max-w-prose text-ink-2">
        Accounts and their subscriptions make every number here. Load the two files on the machine that runs Bellwether; this page fills by
        itself when they are in.
      </p>
      <section
        aria-label="The two commands"
        className="grid gap-1 rounded-md border border-line bg-sunk px-4 py-3 font-mono text-xs leading-6"
      >
        {["accounts", "subscriptions"].map((kind) => (
          <code key={kind} className="break-words">
            npm run --silent cli -- import {kind} {kind}.csv --workspace {workspace} --source {kind === "accounts" ? "crm" : "billing"}
          </code>
        ))}
      </section>
    </div>
  );
}
