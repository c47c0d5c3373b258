import { randomBytes } from "node:crypto";
import { identity } from "@/lib/platform/identity";
import { type Scope, systemScope } from "@/lib/platform/scope";

/** An empty workspace of its own for one test. */
export async function newWorkspace({ currency = "USD", timeZone = "UTC" } = {}): Promise<Scope> {
  const slug = `test-${randomBytes(6).toString("hex")}`;
  await identity("create_workspace", [slug, "A test", currency, timeZone, false, null]);
  const scope = await systemScope(slug, "test");
  if (scope === null) throw new Error("the workspace was not made");
  return scope;
}
