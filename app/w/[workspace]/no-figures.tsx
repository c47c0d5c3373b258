import { ImportStep } from "@/app/w/[workspace]/import-step";
import { Link } from "@/components/ui/link";

/** A workspace without subscriptions: what is missing, and the step that fills it. */
export function NoFigures({ workspace }: { workspace: string }) {
  return (
    <div className="mx-auto grid max-w-3xl grid-cols-1 justify-items-start gap-4 py-12">
      <h1 className="headline text-2xl">No figures yet</h1>
      <p className="max-w-prose text-ink-2">
        Accounts and their subscriptions make every number here. Bring a file of each under Data, accounts first; this page fills by itself
        when they are in.
      </p>
      <div className="flex flex-wrap items-center gap-x-5 gap-y-3">
        <ImportStep workspace={workspace} />
        <Link href={`/w/${workspace}/first-steps`} className="text-sm underline">
          All the first steps
        </Link>
      </div>
    </div>
  );
}
