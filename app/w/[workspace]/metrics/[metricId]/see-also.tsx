import { carried, type View, viewAddress } from "@/app/w/[workspace]/view";
import { Link } from "@/components/ui/link";

const USE = { path: "usage", words: "Features, lifecycle and return" };
const COHORTS = { path: "cohorts", words: "The same by cohort" };

const BESIDE: Readonly<Record<string, { path: string; words: string }>> = {
  "active-users": USE,
  "usage-events": USE,
  stickiness: USE,
  "feature-adoption-rate": USE,
  "net-revenue-retention": COHORTS,
  "gross-revenue-retention": COHORTS,
  "customer-retention-rate": COHORTS,
  "customer-churn-rate": COHORTS,
};

/** The screen that shows more of what a number is about, where there is one. */
export function SeeAlso({ workspace, id, view }: { workspace: string; id: string; view: View }) {
  const beside = BESIDE[id];
  if (!beside) return null;
  return (
    <Link
      href={viewAddress(`/w/${workspace}/${beside.path}`, beside.path === "usage" ? carried(view) : {})}
      className="no-print text-sm underline decoration-line-strong underline-offset-2 hover:decoration-ink"
    >
      {beside.words}
    </Link>
  );
}
