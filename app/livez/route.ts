export const dynamic = "force-dynamic";

/** The process answers. Asks nothing of the database, so that a database fault does not get the app restarted. */
export function GET(): Response {
  return Response.json({ live: true }, { headers: { "cache-control": "no-store" } });
}
