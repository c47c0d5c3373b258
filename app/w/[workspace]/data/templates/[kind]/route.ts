import { z } from "zod";
import { templateOf } from "@/lib/imports/files/template";
import { kinds } from "@/lib/imports/registry";
import { Refusal } from "@/lib/platform/failure";
import { defineRoute } from "@/lib/platform/route";

/** A CSV file of one kind to begin with. */
export const GET = defineRoute(
  { name: "/w/[workspace]/data/templates/[kind]", input: z.object({ workspace: z.string(), kind: z.string() }), limit: "60/m" },
  async ({ scope }, { kind: wanted }) => {
    const kind = Object.values(kinds).find(({ name }) => name === wanted);
    if (!kind) throw new Refusal("not-found", "There is no such kind of record.");
    return new Response(templateOf(kind, scope), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${kind.name}-template.csv"`,
      },
    });
  },
);
