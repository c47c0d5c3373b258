import { format } from "@/lib/kernel/format";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Step } from "@/lib/playbooks/schema";

type Person = { readonly id: string; readonly email: string; readonly name: string };

/** The account a run is about, and who has to do with it. */
export type Subject = {
  readonly id: string;
  readonly externalId: string;
  readonly name: string;
  readonly version: number;
  readonly owner: Person | null;
  /** The owner's manager; without one whoever is a manager here longest, and else the first owner of the workspace. */
  readonly manager: Person | null;
  readonly champion: { readonly email: string; readonly name: string } | null;
};

const PERSON = (of: string) => `jsonb_build_object('id', ${of}.id, 'email', ${of}.email, 'name', coalesce(${of}.name, ${of}.email))`;

export async function findSubject(sql: Sql, accountId: string): Promise<Subject | null> {
  const [subject] = await sql<Subject>(
    `SELECT a.id::text, a.external_id AS "externalId", a.name, a.version, CASE WHEN o.id IS NOT NULL THEN ${PERSON("o")} END AS owner,
       (SELECT ${PERSON("m")} FROM app.member m WHERE m.id = o.manager_id OR m.role IN ('manager', 'owner')
        ORDER BY m.id IS NOT DISTINCT FROM o.manager_id DESC, m.role, m.created_at, m.id LIMIT 1) AS manager,
       (SELECT jsonb_build_object('email', c.email, 'name', coalesce(c.name, c.email)) FROM app.contact c
        WHERE c.account_id = a.id AND c.is_champion AND c.email IS NOT NULL ORDER BY c.created_at, c.id LIMIT 1) AS champion
     FROM app.account a LEFT JOIN app.member o ON o.email = a.owner_email WHERE a.id = $1::uuid`,
    [accountId],
  );
  return subject ?? null;
}

/** Whose task it is: nobody's task goes to a manager. */
export async function ownerOf(
  sql: Sql,
  { owner, manager }: Subject,
  rule: Extract<Step, { does: "task" }>["owner"],
): Promise<Person | null> {
  if (rule === "owner") return owner ?? manager;
  if (rule === "manager") return manager;
  return (await findMember(sql, rule)) ?? manager;
}

export async function findMember(sql: Sql, id: string): Promise<Person | null> {
  const [member] = await sql<Person>("SELECT id::text, email, coalesce(name, email) AS name FROM app.member WHERE id = $1::uuid", [id]);
  return member ?? null;
}

/** A template with its places filled in. */
export function filled(
  text: string,
  { name, owner }: Subject,
  { reason, mrr }: { reason: string; mrr: number | null },
  scope: Scope,
): string {
  const values: Readonly<Record<string, string>> = {
    account: name,
    owner: owner?.name ?? "nobody",
    mrr: format(mrr, { unit: "money", currency: scope.currency }),
    reason,
  };
  return text.replace(/\{\{\s*(\w+)\s*\}\}/g, (whole, place: string) => values[place] ?? whole);
}
