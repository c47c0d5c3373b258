import "server-only";
import { type BackTest, readBackTest } from "@/lib/health/back-test/data";
import type { MeasureFace } from "@/lib/health/measure";
import { MEASURES } from "@/lib/health/registry";
import { draftText } from "@/lib/health/weights/draft";
import { type Suggestion, suggestWeights } from "@/lib/health/weights/suggest";
import { can } from "@/lib/people/matrix";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { requireScope } from "@/lib/platform/session";

export type BackTestPage = {
  readonly workspace: { readonly slug: string; readonly currency: string; readonly timeZone: string };
  readonly asOf: string;
  readonly backTest: BackTest;
  /** Null where nobody asked for them: they take a second or two. */
  readonly weights: { readonly suggestions: readonly Suggestion[]; readonly draft: string; readonly mayPublish: boolean } | null;
  readonly faces: readonly Pick<MeasureFace, "id" | "name">[];
};

/** Whether a version's scores foretold who left; and, where asked, the weights that history would give. */
export async function loadBackTest(slug: string, asked: { version: number | null; weights: boolean }): Promise<BackTestPage> {
  const scope = await requireScope(slug, "/w/[workspace]/health/back-test");
  const { currency, timeZone, actor } = scope;
  const asOf = now();
  const { backTest, history } = await withTenant(scope, ({ sql }) => readBackTest(sql, scope, { version: asked.version, asOf }), "read");
  const suggestions = asked.weights ? suggestWeights(history, backTest.version.config) : null;
  return {
    workspace: { slug, currency, timeZone },
    asOf: asOf.toISOString(),
    backTest,
    weights: suggestions && { suggestions, draft: draftText(suggestions), mayPublish: can(actor.role, "health.publish") },
    faces: MEASURES.map(({ face: { id, name } }) => ({ id, name })),
  };
}
