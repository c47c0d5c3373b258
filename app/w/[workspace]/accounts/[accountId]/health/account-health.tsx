import { HealthChange } from "@/app/w/[workspace]/accounts/[accountId]/health/health-change";
import { HealthHistory } from "@/app/w/[workspace]/accounts/[accountId]/health/health-history";
import { HealthReasons } from "@/app/w/[workspace]/accounts/[accountId]/health/health-reasons";
import { OverrideForm } from "@/app/w/[workspace]/accounts/[accountId]/health/override-form";
import { OverrideNote } from "@/app/w/[workspace]/accounts/[accountId]/health/override-note";
import { Sheet } from "@/components/ui/sheet";
import { ruleWords } from "@/lib/health/words";
import type { AccountPage } from "@/lib/overview/account/loaders";

type Props = Pick<AccountPage, "workspace" | "account" | "health" | "mayOverride">;

/** Why the account's score is what it is, what changed it, and what a person made of it. */
export function AccountHealth({ workspace: { slug: workspace }, account: { id: accountId }, health, mayOverride }: Props) {
  if (health === null) {
    return (
      <Sheet title="Health">
        <p className="text-ink-2 text-sm">
          Not scored: an account is scored from the day it begins until its subscriptions have all ended, once its records are worked in.
        </p>
      </Sheet>
    );
  }
  const card = `By “${health.card}”, ${health.version === 0 ? "as built in" : `version ${health.version}`}. ${ruleWords(health.bands)}`;
  return (
    <Sheet
      title="Why this health?"
      note={card}
      actions={
        mayOverride ? (
          <OverrideForm workspace={workspace} account={accountId} computed={health.computed} isSet={health.override !== null} />
        ) : undefined
      }
      flush
    >
      {health.override ? (
        <OverrideNote health={health} override={health.override} mayEnd={mayOverride} workspace={workspace} account={accountId} />
      ) : null}
      <HealthReasons health={health} />
      <HealthChange health={health} />
      <HealthHistory health={health} />
    </Sheet>
  );
}
