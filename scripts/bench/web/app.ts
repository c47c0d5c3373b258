import type { ChildProcess } from "node:child_process";
import { encode } from "next-auth/jwt";
import { addMember, ensurePerson } from "@/lib/people/mutations";
import { withTenant } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import { secrets, sessionCookieName } from "@/lib/platform/session-token";
import { openSession } from "@/lib/platform/sign-in";
import { freePort } from "../../server/postmaster.mjs";
import { ready, serve, stop } from "../../server/serve.mjs";

/** The built app in a process of its own. It takes no jobs, so that nothing else runs while it is measured. */
export type App = {
  readonly pid: number;
  readonly port: number;
  /** What a signed-in browser sends. */
  readonly cookie: string;
  /** Makes whoever is signed in an owner of a workspace; where they are already, nothing. */
  readonly enter: (scope: Scope) => Promise<void>;
  readonly stop: () => Promise<void>;
};

const HOST = "127.0.0.1";

export async function startApp(run: string, say: (line: string) => void): Promise<App> {
  const port = await freePort(Number(process.env.PORT ?? 0));
  const url = `http://localhost:${port}`;
  say("Starting the app.");
  const app: { child: ChildProcess } & ReturnType<typeof serve> = serve({
    host: HOST,
    port,
    env: { APP_URL: url, NEXTAUTH_URL: url, BELLWETHER_WORKER: "none" },
  });
  await ready(app, { host: HOST, port });
  const email = `bench-${run}@bench.test`;
  const personId = await ensurePerson(email, "Bench", "");
  const { sessionId, sessionVersion } = await openSession(personId, "bench");
  const sealed = await encode({
    token: { sub: personId, sid: sessionId, sv: sessionVersion },
    secret: secrets()[0] ?? "",
    maxAge: 3_600 * 12,
  });
  const entered = new Set<string>();
  return {
    pid: app.child.pid ?? 0,
    port,
    cookie: `${sessionCookieName()}=${sealed}`,
    async enter(scope) {
      if (entered.has(scope.slug)) return;
      entered.add(scope.slug);
      await withTenant(scope, ({ sql }) => addMember(sql, scope, { personId, email, name: "Bench", role: "owner" }));
    },
    stop: () => stop(app),
  };
}
