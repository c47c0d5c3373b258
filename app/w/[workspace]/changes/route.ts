import { z } from "zod";
import { onChange, readChange } from "@/lib/platform/changes";
import { withTenant } from "@/lib/platform/db";
import { defineRoute } from "@/lib/platform/route";
import type { Scope } from "@/lib/platform/scope";

export const dynamic = "force-dynamic";

const BEAT = 25_000;

/** How often the workspace's figures have changed: once as JSON, or as a stream that tells each change while a page is looked at. */
export const GET = defineRoute(
  { name: "/w/[workspace]/changes", input: z.object({ workspace: z.string() }), limit: "240/m" },
  async ({ scope }, _, request) => {
    if (!request.headers.get("accept")?.includes("text/event-stream")) return Response.json({ change: await changeOf(scope) });
    return new Response(stream(scope, request.signal), {
      headers: { "content-type": "text/event-stream", "cache-control": "no-store", "x-accel-buffering": "no" },
    });
  },
);

function stream(scope: Scope, signal: AbortSignal): ReadableStream {
  const encoder = new TextEncoder();
  let end = () => {};
  return new ReadableStream({
    async start(controller) {
      const say = (text: string) => controller.enqueue(encoder.encode(text));
      const tell = async () => say(`data: ${await changeOf(scope)}\n\n`);
      const beat = setInterval(() => say(": still here\n\n"), BEAT);
      const leave = onChange(scope.workspaceId, { told: () => void tell().catch(() => end()), closed: () => end() });
      end = () => {
        clearInterval(beat);
        leave();
        end = () => {};
        controller.close();
      };
      signal.addEventListener("abort", () => end());
      await tell();
    },
    cancel: () => end(),
  });
}

function changeOf(scope: Scope): Promise<string> {
  return withTenant(scope, ({ sql }) => readChange(sql), "read");
}
