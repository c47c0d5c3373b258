import "server-only";
import { notFound } from "next/navigation";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { canMail } from "@/lib/platform/mail";
import { requireScope } from "@/lib/platform/session";
import { type Choices, findPlaybook, listPlaybooks, listRuns, readChoices, type ShownPlaybook, type ShownRun } from "@/lib/playbooks/data";
import { type Effect, readEffect } from "@/lib/playbooks/effect";
import { STARTERS } from "@/lib/playbooks/starters";
import { filterWords, stepWords, triggerWords } from "@/lib/playbooks/words";
import { SIGNALS } from "@/lib/signals/registry";

const SIGNAL_NAMES = SIGNALS.map(({ face: { id, name } }) => ({ id, name }));
const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;

/** A playbook told in words: what sets it off, for whom, and what it then does. */
type Told = { readonly when: string; readonly whom: string; readonly steps: readonly string[] };

export type PlaybookCard = Pick<ShownPlaybook, "id" | "name" | "status" | "isChanged" | "liveSince" | "runs" | "running" | "lastRun"> &
  Told;

export type PlaybooksView = {
  readonly workspace: string;
  readonly playbooks: PlaybookCard[];
  readonly starters: readonly { id: string; name: string; words: string }[];
  readonly mayChange: boolean;
};

export async function loadPlaybooks(slug: string): Promise<PlaybooksView> {
  const scope = await requireScope(slug, "/w/[workspace]/playbooks");
  const [playbooks, choices] = await withTenant(
    scope,
    async ({ sql }) => [await listPlaybooks(sql, scope), await readChoices(sql, scope)] as const,
    "read",
  );
  return {
    workspace: scope.slug,
    playbooks: playbooks.map((playbook) => ({ ...playbook, ...told(playbook.live ?? playbook.draft, choices) })),
    starters: STARTERS.map(({ id, name, words }) => ({ id, name, words })),
    mayChange: can(scope.actor.role, "playbook.create"),
  };
}

export type PlaybookView = {
  readonly workspace: string;
  readonly playbook: ShownPlaybook;
  readonly live: Told | null;
  readonly draft: Told;
  readonly runs: ShownRun[];
  readonly effect: Effect | null;
  readonly choices: Choices;
  readonly signals: readonly { id: string; name: string }[];
  readonly sendsMail: boolean;
  readonly mayChange: boolean;
};

export async function loadPlaybook(slug: string, id: string): Promise<PlaybookView> {
  const scope = await requireScope(slug, "/w/[workspace]/playbooks/[playbookId]");
  if (!UUID.test(id)) notFound();
  const found = await withTenant(
    scope,
    async ({ sql }) => {
      const playbook = await findPlaybook(sql, scope, id);
      if (!playbook) return null;
      const effect = playbook.live === null ? null : await readEffect(sql, scope, { id, live: playbook.live, asOf: now() });
      return { playbook, effect, runs: await listRuns(sql, scope, id), choices: await readChoices(sql, scope) };
    },
    "read",
  );
  if (!found) notFound();
  const { playbook, choices } = found;
  return {
    ...found,
    workspace: scope.slug,
    live: playbook.live === null ? null : told(playbook.live, choices),
    draft: told(playbook.draft, choices),
    signals: SIGNAL_NAMES,
    sendsMail: canMail(),
    mayChange: can(scope.actor.role, "playbook.save"),
  };
}

function told({ trigger, filter, steps }: ShownPlaybook["draft"], choices: Choices): Told {
  return { when: triggerWords(trigger, SIGNAL_NAMES), whom: filterWords(filter), steps: steps.map((step) => stepWords(step, choices)) };
}
