import "server-only";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";
import type { Whose } from "@/lib/signals/queue/choices";
import { readToday, type TodayView } from "@/lib/signals/queue/today";

export async function loadToday(slug: string, asked: Whose | null): Promise<TodayView> {
  const scope = await requireScope(slug, "/w/[workspace]/today");
  return withTenant(scope, ({ sql }) => readToday(sql, scope, asked), "read");
}
