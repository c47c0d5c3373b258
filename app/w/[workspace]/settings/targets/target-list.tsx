"use client";

import { useBearings } from "@/app/w/[workspace]/bearings";
import { TargetDialog } from "@/app/w/[workspace]/targets/target-dialog";
import { showGoal } from "@/app/w/[workspace]/targets/use-target";
import { OwnerName } from "@/components/metric/owners";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { Aimed } from "@/lib/targets/loaders";
import { spanWords, type Target } from "@/lib/targets/rules";

/** Every target, in the order of the metrics, and how to set another. */
export function TargetList({ aimed }: { aimed: readonly Aimed[] }) {
  const { targets, mayTarget } = useBearings();
  const listed = aimed.flatMap((face) => targets.filter(({ metric }) => metric === face.id).map((target) => ({ face, target })));
  return (
    <div className="grid gap-4">
      {listed.length === 0 ? (
        <p className="text-ink-2 text-sm">No number has a target yet.{mayTarget ? "" : " A manager can set one."}</p>
      ) : (
        <ul aria-label="Targets" className="divide-y divide-line rounded-lg border border-line bg-sheet">
          {listed.map(({ face, target }) => (
            <TargetLine key={target.id} face={face} target={target} />
          ))}
        </ul>
      )}
      {mayTarget ? (
        <div>
          <TargetDialog aimed={aimed} trigger={<Button look={listed.length === 0 ? "primary" : "secondary"}>Set a target</Button>} />
        </div>
      ) : null}
    </div>
  );
}

function TargetLine({ face, target }: { face: Aimed; target: Target }) {
  const { workspace, currency, mayTarget } = useBearings();
  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-1 px-4 py-3 sm:grid-cols-[1fr_auto_5rem]">
      <div className="min-w-0">
        <Link href={`/w/${workspace}/metrics/${face.id}`} className="font-medium hover:underline">
          {face.name}
        </Link>
        <p className="text-ink-3 text-sm">
          {spanWords(target)}
          {target.owner ? (
            <>
              , owned by <OwnerName email={target.owner.email} />
            </>
          ) : (
            ", owned by nobody"
          )}
        </p>
      </div>
      <p className="figures headline text-right text-xl">{showGoal(target.value, { unit: face.unit, currency, digits: face.digits })}</p>
      {mayTarget ? (
        <div className="col-span-2 justify-self-start sm:col-span-1 sm:justify-self-end">
          <TargetDialog
            aimed={[face]}
            target={target}
            trigger={
              <Button
                look="quiet"
                size="sm"
                className="-ml-2.5 sm:ml-0"
                aria-label={`Change the target of ${face.name}, ${spanWords(target)}`}
              >
                Change
              </Button>
            }
          />
        </div>
      ) : null}
    </li>
  );
}
