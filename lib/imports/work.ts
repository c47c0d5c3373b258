import type { Kind } from "@/lib/imports/kind";
import type { KindName } from "@/lib/imports/registry";

/**
 * What people, and playbooks for them, wrote of a record that came from a source. No source tells of it, so nothing that a source does may take it away unsaid:
 * an undo keeps what people worked on, a deletion counts it first, a merge takes it along.
 */
type Work = {
  readonly name: string;
  readonly table: string;
  readonly column: string;
  /** The columns by which two of them are one, where there are any. */
  readonly identity?: readonly string[];
};

const ACCOUNT = "account_id";

const BY_PEOPLE: { readonly [Name in KindName]?: readonly Work[] } = {
  accounts: [
    { name: "touchpoints", table: "touchpoint", column: ACCOUNT },
    { name: "tasks", table: "task", column: ACCOUNT },
    { name: "pulses", table: "pulse", column: ACCOUNT },
    { name: "overrides", table: "health_override", column: ACCOUNT },
    { name: "success-plans", table: "success_plan", column: ACCOUNT },
    { name: "snoozes", table: "signal_snooze", column: ACCOUNT, identity: [ACCOUNT, "kind", "reason"] },
  ],
  contracts: [{ name: "renewal-calls", table: "renewal_call", column: "contract_id" }],
};

const BY_ITSELF: readonly Work[] = [
  { name: "playbook-runs", table: "playbook_run", column: ACCOUNT, identity: ["playbook_id", ACCOUNT, "cause"] },
  { name: "notifications", table: "notification", column: ACCOUNT },
  { name: "messages", table: "outbox", column: ACCOUNT },
];

/** What people wrote of records of a kind. */
export function workOn({ name }: Pick<Kind, "name">): readonly Work[] {
  return Object.entries(BY_PEOPLE).find(([kind]) => kind === name)?.[1] ?? [];
}

/** The statements that give one account's work to another: $1 the workspace, $2 from, $3 into. Of two that would be one, that of `into` stays. */
export function workMoves(): { name: string | null; statements: string[] }[] {
  const moved = [...workOn({ name: "accounts" }), ...BY_ITSELF].map((work) => ({
    name: BY_ITSELF.includes(work) ? null : work.name,
    statements: [...(work.identity ? [doubledSql({ ...work, identity: work.identity })] : []), move(work)],
  }));
  return [{ name: null, statements: [CLOSE_DOUBLED_TASKS] }, ...moved];
}

function move({ table, column }: Work): string {
  return `UPDATE app.${table} SET ${column} = $3 WHERE workspace_id = $1 AND ${column} = $2 RETURNING 1`;
}

/** Takes away what would be one with another of `into`. */
export function doubledSql({ table, column, identity }: { table: string; column: string; identity: readonly string[] }): string {
  const same = identity.map((one) => (one === column ? `o.${one} = $3` : `o.${one} = t.${one}`)).join(" AND ");
  return `DELETE FROM app.${table} t WHERE t.workspace_id = $1 AND t.${column} = $2 AND EXISTS (SELECT 1 FROM app.${table} o WHERE o.workspace_id = $1 AND ${same})`;
}

// One open task for each account, type and reason: the other one is closed, and says why.
const CLOSE_DOUBLED_TASKS = `UPDATE app.task t SET status = 'dropped', closed_at = now(), closed_by = 'merge',
    outcome = 'A task like it was open at the account that this one became part of.', version = version + 1, updated_at = now()
  WHERE t.workspace_id = $1 AND t.account_id = $2 AND t.status = 'open' AND EXISTS (
    SELECT 1 FROM app.task o WHERE o.workspace_id = $1 AND o.account_id = $3 AND o.status = 'open' AND o.type = t.type AND o.reason = t.reason)`;
