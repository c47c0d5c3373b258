import { Agent, request } from "node:http";
import type { App } from "./app";

export type Answers = { readonly times: number[]; readonly errors: number };

/** Each of some clients asks for a page again as soon as it was answered, until it asked often enough or the time is over. */
export async function askAtOnce(app: App, path: string, clients: number, until: { each: number } | { seconds: number }): Promise<Answers> {
  const agent = new Agent({ keepAlive: true, maxSockets: clients });
  const times: number[] = [];
  let errors = 0;
  const end = "seconds" in until ? performance.now() + until.seconds * 1_000 : Number.POSITIVE_INFINITY;
  const most = "each" in until ? until.each : Number.POSITIVE_INFINITY;
  await Promise.all(
    Array.from({ length: clients }, async () => {
      for (let asked = 0; asked < most && performance.now() < end; asked += 1) {
        const begun = performance.now();
        const { status } = await ask(app, path, agent, { "accept-encoding": "gzip" }).catch(() => ({ status: 0 }));
        times.push(performance.now() - begun);
        if (status !== 200) errors += 1;
      }
    }),
  );
  agent.destroy();
  return { times, errors };
}

/** The page once, as text. Null where there is none; throws where it answers otherwise, or holds an error. */
export async function readPage(app: App, path: string): Promise<string | null> {
  const { status, text } = await ask(app, path, undefined, {});
  if (status === 404) return null;
  if (status !== 200 || text.includes('E{\\"digest'))
    throw new Error(`${path} answers ${status}${status === 200 ? " and holds an error" : ""}`);
  return text;
}

function ask(
  { port, cookie }: App,
  path: string,
  agent: Agent | undefined,
  headers: Record<string, string>,
): Promise<{ status: number; text: string }> {
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, agent, headers: { cookie, ...headers }, timeout: 60_000 }, (answer) => {
      const parts: Buffer[] = [];
      answer.on("data", (part: Buffer) => parts.push(part));
      answer.on("error", reject);
      answer.on("end", () => resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString() }));
    });
    asked.on("timeout", () => asked.destroy(new Error("no answer within a minute")));
    asked.on("error", reject);
    asked.end();
  });
}
