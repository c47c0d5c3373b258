import { identity } from "@/lib/platform/identity";
import { digestOf } from "@/lib/platform/token";

/** Whose password a link sets anew; null where it was used, is too old or never was. Nothing is spent by looking. */
export async function findReset(token: string): Promise<{ email: string } | null> {
  const digest = digestOf(token);
  const [row] = digest ? await identity<{ email: string }>("reset_of", [digest]) : [];
  return row ? { email: row.email } : null;
}
