import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";

export type ShownContact = {
  id: string;
  name: string | null;
  email: string | null;
  role: string | null;
  title: string | null;
  isChampion: boolean;
};

export async function listContacts(sql: Sql, _scope: Scope, accountId: string): Promise<ShownContact[]> {
  return sql(
    `SELECT id, name, email, role, title, is_champion AS "isChampion" FROM app.contact WHERE account_id = $1::uuid ORDER BY is_champion DESC, name NULLS LAST, id LIMIT 200`,
    [accountId],
  );
}
