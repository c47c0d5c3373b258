import { PART_BYTES } from "@/lib/imports/files/limits";
import { countParts, receivePart } from "@/lib/imports/files/mutations";
import { Part } from "@/lib/imports/files/schema";
import { withTenant, withTenantConnection } from "@/lib/platform/db";
import { refuse } from "@/lib/platform/failure";
import { defineRoute } from "@/lib/platform/route";

export const dynamic = "force-dynamic";

/** How many parts of a file have come, so that an upload that broke off goes on and does not begin again. */
export const GET = defineRoute({ name: "/w/[workspace]/data/upload", input: Part, limit: "240/m" }, async ({ scope }, { id }) => {
  const received = id === undefined ? 0 : await withTenant(scope, ({ sql }) => countParts(sql, scope, id), "read");
  return Response.json({ received });
});

/** Takes one part of a file. Its length is bounded before it is read, and read part by part. */
export const PUT = defineRoute(
  { name: "/w/[workspace]/data/upload", input: Part, limit: "2400/m" },
  async ({ scope }, { id, name, bytes, part }, request) => {
    if (id === undefined || name === undefined || bytes === undefined || part === undefined)
      return refuse("The upload does not say what it brings.");
    const content = await bodyOf(request.body);
    const receipt = await withTenantConnection(scope, ({ sql }) => receivePart(sql, scope, { id, name, bytes, part }, content), "write");
    return Response.json(receipt);
  },
);

async function bodyOf(body: ReadableStream<Uint8Array> | null): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body ?? []) {
    length += chunk.length;
    if (length > PART_BYTES) refuse("A part of an upload may have 1 MB. Nothing was kept; upload the file from the Data page.");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
