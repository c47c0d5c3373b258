import type { OutsidePermission, Permission } from "../../lib/people/matrix";

type Named<Line> = Line extends `/${string}` ? never : Line;

export type ActionName = Named<Permission> | Named<OutsidePermission>;

/** What a probe puts where an action takes a workspace or the id of something in one. */
export type Ids = {
  workspace: string;
  member: string;
  invitation: string;
  session: string;
  account: string;
  file: string;
  playbook: string;
  run: string;
  token: string;
  cursor: string;
};

const task = { title: "Probed", type: "risk", reason: "adoption", detail: "", dueOn: "2026-12-24" };
const touch = { type: "note", at: "2026-11-01T10:00", text: "Probed" };
const target = { metric: "mrr", span: "month", fromDay: "2026-11-01", standing: true, value: 100 };
const happened = { day: "2026-11-01", metric: null, text: "Probed" };
const step = { id: null, name: "Probed", kind: null, expectedOn: "2026-12-01", latestOn: "2026-12-24" };
const plan = { goal: "Probed", measure: "", steps: [step] };
const view = { period: "2025-06", compare: "previous", where: {} };

const HEALTH = {
  bands: { green: 70, yellow: 40 },
  cards: [{ id: "everybody", name: "Everybody", match: null, weights: { "usage-trend": 1 }, limits: {} }],
};

const PLAYBOOK = {
  trigger: { on: "renewal", days: 90 },
  filter: { segment: null, plan: null },
  steps: [{ does: "wait", days: 1 }],
  holdout: 0,
};

/** For every action an input that would be taken if its ids were one's own. An action without its line here does not compile. */
export const PROBES: Record<ActionName, (ids: Ids) => object> = {
  "people.invite": ({ workspace }) => ({ workspace, email: "probe@example.com", role: "viewer" }),
  "people.revoke-invitation": ({ workspace, invitation }) => ({ workspace, id: invitation }),
  "people.change-role": ({ workspace, member }) => ({ workspace, memberId: member, role: "viewer" }),
  "people.remove": ({ workspace, member }) => ({ workspace, memberId: member }),
  "people.set-manager": ({ workspace, member }) => ({ workspace, memberId: member, managerId: null }),
  "people.reset-link": ({ workspace, member }) => ({ workspace, memberId: member }),
  "workspace.rename": ({ workspace }) => ({ workspace, name: "Probed", currency: "EUR", timeZone: "Asia/Kathmandu" }),
  "workspace.change-settings": ({ workspace }) => ({ workspace, settings: { min_uses: "9" } }),
  "workspace.remove": ({ workspace }) => ({ workspace, typed: workspace }),
  "workspace.hide-first-steps": ({ workspace }) => ({ workspace }),
  "overview.read": ({ workspace }) => ({ workspace, ...view, by: "segment" }),
  "metric.read": ({ workspace }) => ({ workspace, id: "mrr", ...view, by: null }),
  "metric.read-rows": ({ workspace, cursor }) => ({
    workspace,
    id: "mrr",
    period: "2025-06",
    where: {},
    search: "",
    sort: "weight",
    after: cursor,
  }),
  "usage.read": ({ workspace }) => ({ workspace, ...view, level: "account", step: null, from: "every", back: "on" }),
  "cohorts.read": ({ workspace }) => ({ workspace, months: 12 }),
  "feedback.read": ({ workspace, cursor }) => ({
    workspace,
    period: "2025-06",
    kind: null,
    class: null,
    words: false,
    search: "",
    where: {},
    after: cursor,
  }),
  "summary.report": ({ workspace }) => ({ workspace, month: "2025-06" }),
  "summary.ask": ({ workspace }) => ({ workspace, month: "2025-06", texts: ["Probed"], version: 0 }),
  "account.find": ({ workspace, account }) => ({ workspace, search: account }),
  "account.list": ({ workspace, cursor }) => ({
    workspace,
    search: "",
    where: {},
    whose: "all",
    state: null,
    band: null,
    renews: null,
    sort: "mrr",
    turned: false,
    columns: ["mrr", "touch", "tickets", "nps", "usage", "signals"],
    after: cursor,
  }),
  "account.read-timeline": ({ workspace, account }) => ({ workspace, account, streams: ["tickets", "edits"], after: null }),
  "account.read-tickets": ({ workspace, account }) => ({ workspace, account, after: null }),
  "account.read-answers": ({ workspace, account }) => ({ workspace, account, after: null }),
  "account.read-users": ({ workspace, account }) => ({ workspace, account, after: null }),
  "account.delete": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "account.reassign": ({ workspace, account, member }) => ({ workspace, accounts: [account], to: member, moveTasks: true }),
  "record.open": ({ workspace, account }) => ({ workspace, kind: "accounts", id: account }),
  "record.create": ({ workspace, account }) => ({
    workspace,
    kind: "contacts",
    account,
    values: { name: "Probe", email: "", title: "", role: "", isChampion: "" },
  }),
  "record.change": ({ workspace, account }) => ({ workspace, kind: "accounts", id: account, version: 0, values: { name: "Probed" } }),
  "record.weigh": ({ workspace, account }) => ({ workspace, kind: "accounts", id: account }),
  "record.delete": ({ workspace, account }) => ({ workspace, kind: "contacts", id: account, version: 0 }),
  "task.create": ({ workspace, account, member }) => ({ workspace, account, ...task, owner: member }),
  "task.change": ({ workspace, account, member }) => ({ workspace, id: account, version: 0, ...task, owner: member }),
  "task.close": ({ workspace, account }) => ({ workspace, id: account, version: 0, as: "done", outcome: "Probed" }),
  "task.snooze": ({ workspace, account }) => ({ workspace, id: account, version: 0, until: "2026-12-24", why: "Probed" }),
  "task.wake": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "touch.log": ({ workspace, account, member }) => ({ workspace, account, touch: { ...touch, mentions: [member] } }),
  "touch.change": ({ workspace, account }) => ({ workspace, id: account, version: 0, touch }),
  "touch.delete": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "pulse.set": ({ workspace, account }) => ({ workspace, account, pulse: { rating: 3, note: "Probed" } }),
  "renewal.call": ({ workspace, account }) => ({ workspace, contract: account, call: "renew", amount: "", note: "Probed" }),
  "plan.create": ({ workspace, account, member }) => ({ workspace, account, ...plan, owner: member }),
  "plan.change": ({ workspace, account, member }) => ({ workspace, id: account, version: 0, ...plan, owner: member }),
  "plan.end": ({ workspace, account }) => ({ workspace, id: account, version: 0, as: "dropped" }),
  "plan.reach-step": ({ workspace, account }) => ({ workspace, step: account, version: 0, on: "2026-11-01" }),
  "health.set-override": ({ workspace, account }) => ({ workspace, account, band: "red", reason: "Probe", days: 30 }),
  "health.end-override": ({ workspace, account }) => ({ workspace, account }),
  "health.preview": ({ workspace }) => ({ workspace, config: HEALTH }),
  "health.publish": ({ workspace }) => ({ workspace, config: HEALTH, base: 0, note: "Probe" }),
  "queue.snooze": ({ workspace, account }) => ({ workspace, account, until: "2026-12-24", why: "Probed" }),
  "signal.snooze": ({ workspace, account }) => ({
    workspace,
    account,
    kind: "usage-drop",
    reason: "",
    until: "2026-12-24",
    why: "Probed",
  }),
  "signal.unsnooze": ({ workspace, account }) => ({ workspace, account, kind: "usage-drop", reason: "" }),
  "signal.change-settings": ({ workspace }) => ({
    workspace,
    setting: { kind: "usage-drop", enabled: true, thresholds: { drop: 0.5 } },
  }),
  "today.see": ({ workspace }) => ({ workspace }),
  "playbook.create": ({ workspace }) => ({ workspace, starter: null, name: "Probed" }),
  "playbook.save": ({ workspace, playbook }) => ({ workspace, id: playbook, version: 0, name: "Probed", draft: PLAYBOOK }),
  "playbook.preview": ({ workspace }) => ({ workspace, draft: PLAYBOOK }),
  "playbook.publish": ({ workspace, playbook }) => ({ workspace, id: playbook, version: 0 }),
  "playbook.turn-off": ({ workspace, playbook }) => ({ workspace, id: playbook, version: 0 }),
  "playbook.remove": ({ workspace, playbook }) => ({ workspace, id: playbook, version: 0 }),
  "target.set": ({ workspace, member }) => ({ workspace, ...target, owner: member }),
  "target.change": ({ workspace, account, member }) => ({ workspace, id: account, version: 0, ...target, owner: member }),
  "target.remove": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "annotation.create": ({ workspace }) => ({ workspace, ...happened }),
  "annotation.change": ({ workspace, account }) => ({ workspace, id: account, version: 0, ...happened }),
  "annotation.delete": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "webhook.create": ({ workspace }) => ({ workspace, name: "Probed", url: "https://hooks.example.com/in" }),
  "webhook.change": ({ workspace, account }) => ({
    workspace,
    id: account,
    version: 0,
    name: "Probed",
    url: "https://hooks.example.com/in",
  }),
  "webhook.rotate": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "webhook.end-former": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "webhook.turn": ({ workspace, account }) => ({ workspace, id: account, version: 0, to: "off" }),
  "webhook.remove": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "webhook.test": ({ workspace, account }) => ({ workspace, id: account }),
  "outbox.resend": ({ workspace, account }) => ({ workspace, id: account }),
  "view.create": ({ workspace }) => ({ workspace, screen: "accounts", name: "Probed", query: "band=red", shared: false }),
  "view.change": ({ workspace, account }) => ({ workspace, id: account, version: 0, name: "Probed", query: "band=red", shared: false }),
  "view.delete": ({ workspace, account }) => ({ workspace, id: account, version: 0 }),
  "view.set-default": ({ workspace, account }) => ({ workspace, screen: "accounts", id: account }),
  "notification.mark-read": ({ workspace, account }) => ({ workspace, ids: [account] }),
  "notification.set": ({ workspace }) => ({ workspace, topic: "mention", cadence: "daily", reach: "mine" }),
  "import.read-all": ({ workspace }) => ({ workspace }),
  "import.read-file": ({ workspace, file }) => ({ workspace, fileId: file, draft: { kind: null, source: null, map: null } }),
  "import.start": ({ workspace, file }) => ({
    workspace,
    fileId: file,
    kind: "accounts",
    source: "crm",
    map: { fields: {} },
    task: "import",
  }),
  "import.discard": ({ workspace, file }) => ({ workspace, fileId: file }),
  "import.undo": ({ workspace, run }) => ({ workspace, runId: run }),
  "person.rename": ({ workspace }) => ({ name: workspace }),
  "person.change-password": ({ member }) => ({ current: member, next: "a new long password" }),
  "person.sign-out": () => ({ other: "never taken" }),
  "person.sign-out-everywhere": ({ session }) => ({ sessionId: session }),
  "person.end-session": ({ session }) => ({ sessionId: session }),
  "workspace.create": () => ({ slug: "Not An Address", name: "Probe" }),
  "invitation.accept": ({ token }) => ({ token }),
  "password.forget": () => ({ email: "probe@example.com" }),
  "password.reset": ({ token }) => ({ token, password: "short" }),
  "invitation.join": ({ token }) => ({ token, name: "Probe", password: "short" }),
};
