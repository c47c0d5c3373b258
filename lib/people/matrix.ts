import { ROLES, type Role } from "@/lib/platform/scope";

const EVERYONE = ROLES;
const ADMINS = ["owner", "admin"] as const;
const WRITERS = ["owner", "admin", "manager", "csm"] as const;
const OWNERS = ["owner"] as const;
const MANAGERS = ["owner", "admin", "manager"] as const;

/**
 * Who may do what inside a workspace: every action by its name, every page and route by its address as the build lists it.
 * What is not here cannot be defined; a test walks every cell against the built app.
 */
export const MATRIX = {
  "people.invite": ADMINS,
  "people.revoke-invitation": ADMINS,
  "people.change-role": ADMINS,
  "people.remove": ADMINS,
  "people.set-manager": ADMINS,
  "people.reset-link": ADMINS,
  "workspace.rename": ADMINS,
  "workspace.change-settings": ADMINS,
  "workspace.remove": OWNERS,
  "workspace.hide-first-steps": MANAGERS,

  "overview.read": EVERYONE,
  "metric.read": EVERYONE,
  "metric.read-rows": EVERYONE,
  "usage.read": EVERYONE,
  "cohorts.read": EVERYONE,
  "feedback.read": EVERYONE,
  "summary.report": MANAGERS,
  "summary.ask": MANAGERS,
  "account.find": EVERYONE,
  "account.list": EVERYONE,
  "account.read-timeline": EVERYONE,
  "account.read-tickets": EVERYONE,
  "account.read-answers": EVERYONE,
  "account.read-users": EVERYONE,
  "account.delete": ADMINS,
  "account.reassign": MANAGERS,
  "record.open": WRITERS,
  "record.create": WRITERS,
  "record.change": WRITERS,
  "record.weigh": WRITERS,
  "record.delete": WRITERS,
  "task.create": WRITERS,
  "task.change": WRITERS,
  "task.close": WRITERS,
  "task.snooze": WRITERS,
  "task.wake": WRITERS,
  "touch.log": WRITERS,
  "touch.change": WRITERS,
  "touch.delete": WRITERS,
  "pulse.set": WRITERS,
  "renewal.call": WRITERS,
  "plan.create": WRITERS,
  "plan.change": WRITERS,
  "plan.end": WRITERS,
  "plan.reach-step": WRITERS,
  "queue.snooze": WRITERS,
  "signal.snooze": WRITERS,
  "signal.unsnooze": WRITERS,
  "signal.change-settings": MANAGERS,
  "today.see": EVERYONE,
  "health.set-override": WRITERS,
  "health.end-override": WRITERS,
  "health.preview": EVERYONE,
  "health.publish": MANAGERS,
  "target.set": MANAGERS,
  "target.change": MANAGERS,
  "target.remove": MANAGERS,
  "annotation.create": WRITERS,
  "annotation.change": WRITERS,
  "annotation.delete": WRITERS,
  "playbook.create": MANAGERS,
  "playbook.save": MANAGERS,
  "playbook.preview": MANAGERS,
  "playbook.publish": MANAGERS,
  "playbook.turn-off": MANAGERS,
  "playbook.remove": MANAGERS,
  "webhook.create": ADMINS,
  "webhook.change": ADMINS,
  "webhook.rotate": ADMINS,
  "webhook.end-former": ADMINS,
  "webhook.turn": ADMINS,
  "webhook.remove": ADMINS,
  "webhook.test": ADMINS,
  "outbox.resend": ADMINS,
  "view.create": EVERYONE,
  "view.change": EVERYONE,
  "view.delete": EVERYONE,
  "view.set-default": EVERYONE,
  "notification.mark-read": EVERYONE,
  "notification.set": EVERYONE,
  "import.read-all": EVERYONE,
  "import.read-file": EVERYONE,
  "import.start": MANAGERS,
  "import.discard": MANAGERS,
  "import.undo": MANAGERS,

  "/w/[workspace]": EVERYONE,
  "/w/[workspace]/overview": EVERYONE,
  "/w/[workspace]/accounts": EVERYONE,
  "/w/[workspace]/accounts/[accountId]": EVERYONE,
  "/w/[workspace]/accounts/file": EVERYONE,
  "/w/[workspace]/changes": EVERYONE,
  "/w/[workspace]/cohorts": EVERYONE,
  "/w/[workspace]/data": EVERYONE,
  "/w/[workspace]/data/files/[fileId]": EVERYONE,
  "/w/[workspace]/data/runs/[runId]": EVERYONE,
  "/w/[workspace]/data/runs/[runId]/rejects": EVERYONE,
  "/w/[workspace]/data/templates/[kind]": EVERYONE,
  "/w/[workspace]/data/upload": MANAGERS,
  "/w/[workspace]/first-steps": EVERYONE,
  "/w/[workspace]/feedback": EVERYONE,
  "/w/[workspace]/feedback/rows": EVERYONE,
  "/w/[workspace]/health": EVERYONE,
  "/w/[workspace]/health/back-test": EVERYONE,
  "/w/[workspace]/health/scorecards": EVERYONE,
  "/w/[workspace]/metrics": EVERYONE,
  "/w/[workspace]/metrics/[metricId]": EVERYONE,
  "/w/[workspace]/metrics/[metricId]/rows": EVERYONE,
  "/w/[workspace]/portfolio": EVERYONE,
  "/w/[workspace]/renewals": EVERYONE,
  "/w/[workspace]/notifications": EVERYONE,
  "/w/[workspace]/playbooks": EVERYONE,
  "/w/[workspace]/playbooks/[playbookId]": EVERYONE,
  "/w/[workspace]/settings": EVERYONE,
  "/w/[workspace]/settings/notifications": EVERYONE,
  "/w/[workspace]/settings/webhooks": MANAGERS,
  "/w/[workspace]/settings/people": EVERYONE,
  "/w/[workspace]/settings/signals": EVERYONE,
  "/w/[workspace]/settings/sources": EVERYONE,
  "/w/[workspace]/settings/targets": EVERYONE,
  "/w/[workspace]/settings/workspace": EVERYONE,
  "/w/[workspace]/settings/profile": EVERYONE,
  "/w/[workspace]/summary": EVERYONE,
  "/w/[workspace]/summary/[month]": EVERYONE,
  "/w/[workspace]/today": EVERYONE,
  "/w/[workspace]/usage": EVERYONE,
} as const satisfies Record<string, readonly Role[]>;

/** What stands outside any workspace: `person` needs a session and nothing more, `anyone` not even that. */
export const OUTSIDE = {
  "person.rename": "person",
  "person.change-password": "person",
  "person.sign-out": "person",
  "person.sign-out-everywhere": "person",
  "person.end-session": "person",
  "workspace.create": "person",
  "invitation.accept": "person",
  "invitation.join": "anyone",
  "password.forget": "anyone",
  "password.reset": "anyone",

  "/": "anyone",
  "/sign-in": "anyone",
  "/invitation/[token]": "anyone",
  "/forgotten-password": "anyone",
  "/reset-password/[token]": "anyone",
  "/workspaces": "person",
  "/api/auth/[...nextauth]": "anyone",
  "/livez": "anyone",
  "/readyz": "anyone",
} as const satisfies Record<string, "person" | "anyone">;

export type Permission = keyof typeof MATRIX;
export type OutsidePermission = keyof typeof OUTSIDE;

export function can(role: Role, what: Permission): boolean {
  const allowed: readonly Role[] = MATRIX[what];
  return allowed.includes(role);
}

/** The roles this member may give to others: an admin makes no owners. */
export function grantable(role: Role): readonly Role[] {
  if (role === "owner") return ROLES;
  return role === "admin" ? ROLES.filter((candidate) => candidate !== "owner") : [];
}
