import { pool } from "@/lib/platform/pool";

/** The functions of the identity schema: all that can be asked before a tenant is known. */
type IdentityFunction =
  | "find_login"
  | "ensure_person"
  | "set_password"
  | "set_name"
  | "set_disabled"
  | "open_session"
  | "check_session"
  | "close_session"
  | "close_sessions"
  | "sessions_of"
  | "memberships_of"
  | "workspace_by_slug"
  | "workspaces"
  | "create_workspace"
  | "remove_workspace"
  | "put_token"
  | "resolve_token"
  | "spend_token"
  | "drop_tokens"
  | "reset_of"
  | "reset_password"
  | "hit"
  | "forgive"
  | "log_sign_in";

/** Calls one of them. A function that returns one value yields one row with a column of the function's name. */
export async function identity<Row extends object>(name: IdentityFunction, params: readonly unknown[]): Promise<Row[]> {
  const places = params.map((_, index) => `$${index + 1}`).join(", ");
  const { rows } = await pool().query<Row & Record<string, unknown>>(`SELECT * FROM identity.${name}(${places})`, [...params]);
  return rows;
}
