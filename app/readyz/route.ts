import { readiness } from "@/lib/platform/readiness";

export const dynamic = "force-dynamic";

/** The app can serve: its database answers and has the tables it was written for. */
export async function GET(): Promise<Response> {
  const missing = await readiness();
  const status = missing === null ? 200 : 503;
  return Response.json({ ready: missing === null, missing }, { status, headers: { "cache-control": "no-store" } });
}
