"use client";

import { useState } from "react";
import { BandEdgesForm } from "@/app/w/[workspace]/health/scorecards/band-edges-form";
import { CardForm } from "@/app/w/[workspace]/health/scorecards/card-form";
import { CardList } from "@/app/w/[workspace]/health/scorecards/card-list";
import { isSame, withCard } from "@/app/w/[workspace]/health/scorecards/draft";
import { PreviewPanel } from "@/app/w/[workspace]/health/scorecards/preview-panel";
import { VersionList } from "@/app/w/[workspace]/health/scorecards/version-list";
import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import type { HealthConfig } from "@/lib/health/config";
import type { ScorecardsPage } from "@/lib/health/loaders";

type Props = { page: ScorecardsPage; offered: HealthConfig | null };

/** The scorecards in force, and a draft of other ones: looked at before anybody is scored by it. `offered`: one that the back-test suggests. */
export function ScorecardsScreen({ page, offered }: Props) {
  const { workspace, versions, current, faces, values, mayPublish, stale } = page;
  const held = versions.find(({ number }) => number === current) ?? versions.at(-1);
  const [edited, setEdited] = useState<HealthConfig | null>(offered);
  const [note, setNote] = useState(offered === null ? "" : "Weights from the back-test");
  const [shown, setShown] = useState<string | null>(null);
  if (!held) return null;
  const draft = edited ?? held.config;
  const isDraft = edited !== null && !isSame(edited, held.config);
  const card = draft.cards.find(({ id }) => id === shown) ?? draft.cards[0];
  const open = (config: HealthConfig, why: string) => {
    setEdited(config);
    setNote(why);
    setShown(null);
  };
  return (
    <>
      <header className="mb-5 grid gap-2">
        <Link href={`/w/${workspace.slug}/health`} className="justify-self-start text-accent text-sm hover:underline">
          Health
        </Link>
        <div className="flex flex-wrap items-center justify-between gap-3">
          <h1 className="headline text-2xl">What makes an account healthy?</h1>
          <p className="flex flex-wrap items-center gap-2">
            {stale ? <Badge tone="watch">Today is being scored again</Badge> : null}
            {isDraft ? (
              <Badge tone="accent">A draft, not in force</Badge>
            ) : (
              <Badge>{current === 0 ? "The built-in one" : `Version ${current}`} is in force</Badge>
            )}
            {isDraft ? (
              <Button size="sm" look="quiet" onClick={() => open(held.config, "")}>
                Throw the draft away
              </Button>
            ) : null}
          </p>
        </div>
        <p className="max-w-prose text-ink-2 text-sm">
          Each measure is graded from 0 at its red limit to 100 at its green one, and counts by its weight. What is not known is left out
          and its weight shared by the others; below half of the weight there is no score. An account is scored by the first card that
          matches it.
        </p>
      </header>
      <div className="grid items-start gap-5 xl:grid-cols-[minmax(0,1fr)_26rem]">
        <div className="grid min-w-0 gap-5">
          <CardList draft={draft} shown={card?.id ?? ""} onShow={setShown} onChange={setEdited} />
          {card ? (
            <CardForm
              key={card.id}
              card={card}
              faces={faces}
              values={values}
              onChange={(changed) => setEdited(withCard(draft, card.id, () => changed))}
            />
          ) : null}
          <BandEdgesForm bands={draft.bands} onChange={(bands) => setEdited({ ...draft, bands })} />
        </div>
        <div className="grid min-w-0 gap-5 xl:sticky xl:top-20">
          <PreviewPanel
            workspace={workspace}
            draft={draft}
            isDraft={isDraft}
            base={current}
            note={note}
            onNote={setNote}
            mayPublish={mayPublish}
            onPublished={() => setEdited(null)}
          />
          <VersionList
            versions={versions}
            current={current}
            timeZone={workspace.timeZone}
            onOpen={({ config, number }) => open(config, number === 0 ? "The built-in scorecard again" : `Version ${number} again`)}
          />
        </div>
      </div>
    </>
  );
}
