import { readFileSync } from "node:fs";
import { installation } from "./installation";

export type BuiltAction = { readonly id: string; readonly name: string; readonly page: string };

export type Answer = { readonly status: number; readonly code: string; readonly text: string };

type Manifest = { node: Record<string, { filename: string; exportedName: string; workers: Record<string, unknown> }> };

/** Every action the build can be asked for, under the name it was defined with. Throws where one was not made by the doorway. */
export function builtActions(): BuiltAction[] {
  const manifest: Manifest = JSON.parse(readFileSync(".next/server/server-reference-manifest.json", "utf8"));
  return Object.entries(manifest.node).map(([id, { filename, exportedName, workers }]) => ({
    id,
    name: definedName(filename, exportedName),
    page: Object.keys(workers)[0] ?? "app/page",
  }));
}

/** Every address the build answers, as the matrix writes it. */
export function builtRoutes(): { path: string; isPage: boolean }[] {
  const routes: Record<string, string> = JSON.parse(readFileSync(".next/app-path-routes-manifest.json", "utf8"));
  return Object.entries(routes)
    .filter(([file]) => !file.startsWith("/_"))
    .map(([file, path]) => ({ path, isPage: file.endsWith("page") }));
}

function definedName(file: string, exported: string): string {
  const source = readFileSync(file, "utf8");
  const made = new RegExp(`export const ${exported.replace(/\W/g, "")} = define(?:Person|Public)?Action\\(\\s*\\{\\s*name: "([^"]+)"`).exec(
    source,
  );
  if (!source.startsWith('"use server"') || !made?.[1]) throw new Error(`${exported} of ${file} is an action that no define…Action made`);
  return made[1];
}

/** Signs in as the page does and returns the session's cookie. */
export async function cookieOf(person: { email: string; password: string }, headers: Record<string, string> = {}): Promise<string> {
  const answer = await tryToSignIn(person, headers);
  const cookie = answer.headers.getSetCookie().find((set) => set.startsWith("bellwether.session="));
  if (!cookie) throw new Error(`${person.email} could not sign in: ${answer.status} ${await answer.text()}`);
  return cookie.split(";")[0] ?? "";
}

export async function tryToSignIn(
  { email, password }: { email: string; password: string },
  headers: Record<string, string> = {},
): Promise<Response> {
  const { url } = installation();
  const asked = await fetch(`${url}/api/auth/csrf`);
  const { csrfToken } = (await asked.json()) as { csrfToken: string };
  const cookie = asked.headers
    .getSetCookie()
    .map((set) => set.split(";")[0])
    .join("; ");
  return fetch(`${url}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin: url, cookie, ...headers },
    body: new URLSearchParams({ email, password, csrfToken, json: "true" }),
  });
}

/** Calls an action as a browser does: its first argument, the cookie, and headers that may say anything. */
export async function act(
  action: BuiltAction,
  input: unknown,
  { cookie = "", headers, body }: { cookie?: string; headers?: Record<string, string>; body?: BodyInit } = {},
): Promise<Answer> {
  const { url } = installation();
  const answer = await fetch(new URL(addressOf(action.page), url), {
    method: "POST",
    redirect: "manual",
    headers: {
      "next-action": action.id,
      accept: "text/x-component",
      ...(body === undefined ? { "content-type": "text/plain;charset=UTF-8" } : {}),
      ...(cookie ? { cookie } : {}),
      ...(headers ?? { origin: url }),
    },
    body: body ?? JSON.stringify([input]),
  });
  const text = await answer.text();
  return { status: answer.status, code: codeIn(text), text };
}

/** Opens an address without following where it leads. */
export function open(path: string, cookie = "", headers: Record<string, string> = {}): Promise<Response> {
  return fetch(new URL(path, installation().url), { redirect: "manual", headers: { ...(cookie ? { cookie } : {}), ...headers } });
}

/** "done", the code of the failure, or "none" where the action gave no answer at all. */
function codeIn(text: string): string {
  const line = /^\d+:(\{"ok":.*)$/m.exec(text)?.[1];
  if (line === undefined) return "none";
  const { ok, code } = JSON.parse(line) as { ok: boolean; code?: string };
  return ok ? "done" : (code ?? "none");
}

function addressOf(page: string): string {
  const path = page
    .replace(/^app/, "")
    .replace(/\/(page|route)$/, "")
    .replace(/\/\([^/]+\)/g, "")
    .replace(/\[[^/]+\]/g, "x");
  return path || "/";
}
