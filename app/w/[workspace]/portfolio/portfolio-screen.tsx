"use client";

import { OwnedPanel } from "@/app/w/[workspace]/portfolio/owned-panel";
import { OwnerCards } from "@/app/w/[workspace]/portfolio/owner-cards";
import { OwnersTable } from "@/app/w/[workspace]/portfolio/owners-table";
import { portfolioParams } from "@/app/w/[workspace]/portfolio/params";
import { ScreenHead } from "@/app/w/[workspace]/screen-head";
import { useAsked } from "@/app/w/[workspace]/use-asked";
import { cx } from "@/components/ui/cx";
import { EmptyState } from "@/components/ui/empty-state";
import { Segmented } from "@/components/ui/segmented";
import { Sheet } from "@/components/ui/sheet";
import { LOAD_WORDS } from "@/lib/portfolio/load";
import type { PortfolioView } from "@/lib/portfolio/loaders";
import { COVERED_DAYS } from "@/lib/renewals/covered";

/** What every owner has to look after, and whose it is. */
export function PortfolioScreen({ view }: { view: PortfolioView }) {
  const { workspace, asked, hasTeam, lines, owned, asOf } = view;
  const { setAsked, reading } = useAsked(portfolioParams);
  const owners = { lines, workspace, chosen: asked.owner, onChoose: (owner: string | null) => void setAsked({ owner }) };
  return (
    <>
      <ScreenHead title="Who looks after what?" asOf={asOf} timeZone={workspace.timeZone} stale={false}>
        {hasTeam || asked.team ? (
          <search aria-label="What is shown" className="no-print">
            <Segmented
              label="Whose accounts"
              value={asked.team ? "team" : "all"}
              options={[
                { value: "all", label: "Everybody" },
                { value: "team", label: "My team" },
              ]}
              onChange={(next) => void setAsked({ team: next === "team", owner: null })}
            />
          </search>
        ) : null}
      </ScreenHead>
      <div aria-busy={reading} className={cx("grid grid-cols-1 gap-5", reading && "stale")}>
        <Sheet title="Owners" note={`Accounts with MRR. Untouched: at risk, and no call, mail or meeting in ${COVERED_DAYS} days.`} flush>
          {lines.length === 0 ? (
            <EmptyState title="Nobody looks after anything yet">Accounts name their owner by e-mail; import them, or edit one.</EmptyState>
          ) : (
            <>
              <OwnersTable {...owners} />
              <OwnerCards {...owners} />
            </>
          )}
          <p className="border-line border-t px-4 py-2.5 text-ink-3 text-xs">{LOAD_WORDS}</p>
        </Sheet>
        {owned === null ? null : (
          <OwnedPanel key={owned.owner ?? ""} view={view} owned={owned} onClose={() => void setAsked({ owner: null })} />
        )}
      </div>
    </>
  );
}
