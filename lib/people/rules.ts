import { COMMON_PASSWORDS } from "@/lib/people/common-passwords";
import type { Role } from "@/lib/platform/scope";

/** What is wrong with a new password, as a sentence; null where nothing is. Any characters will do: length is what counts. */
export function passwordFault(password: string): string | null {
  const length = [...password].length;
  if (length < 8) return "A password needs at least 8 characters. Three or four words make a good one.";
  if (length > 128) return "A password may have at most 128 characters.";
  if (new Set(password).size < 3 || COMMON_PASSWORDS.has(stem(password)) || COMMON_PASSWORDS.has(password.toLowerCase())) {
    return "This password is among the first that anyone would guess. Three or four words make a good one.";
  }
  return null;
}

/** How each role is told to people. */
export const ROLE_WORDS: Record<Role, { label: string; words: string }> = {
  owner: { label: "Owner", words: "Everything, and may remove the workspace" },
  admin: { label: "Admin", words: "People and settings" },
  manager: { label: "Manager", words: "Leads the team and sees to every account" },
  csm: { label: "CSM", words: "Looks after accounts" },
  viewer: { label: "Viewer", words: "Reads everything, changes nothing" },
};

/** What members who have said their name are called, by their e-mail, which is how accounts name their owners. Of a name two people have, the e-mail is a part. */
export function namesOf(members: readonly { email: string; name: string | null }[]): Record<string, string> {
  return Object.fromEntries(
    members.flatMap(({ email, name }) =>
      name === null ? [] : [[email, members.some((other) => other.name === name && other.email !== email) ? `${name} (${email})` : name]],
    ),
  );
}

function stem(password: string): string {
  return password.toLowerCase().replace(/[\d!.?_-]+$/, "");
}

/** A path of our own to go on to; the start page for anything that could lead elsewhere. */
export function ownPath(next: unknown): string {
  const base = "http://own.invalid";
  if (typeof next !== "string" || !next.startsWith("/") || /[\\\p{Cc}]/u.test(next) || !URL.canParse(next, base)) return "/";
  const url = new URL(next, base);
  return url.origin === base && !url.pathname.startsWith("//") ? url.pathname + url.search + url.hash : "/";
}

const BROWSERS = [
  ["Edg/", "Edge"],
  ["OPR/", "Opera"],
  ["Firefox/", "Firefox"],
  ["Chrome/", "Chrome"],
  ["Safari/", "Safari"],
] as const;
const SYSTEMS = [
  ["iPhone", "iPhone"],
  ["iPad", "iPad"],
  ["Android", "Android"],
  ["Windows", "Windows"],
  ["Mac OS X", "Mac"],
  ["Linux", "Linux"],
] as const;

/** What a browser calls itself, in two words. */
export function browserOf(agent: string): string {
  const browser = BROWSERS.find(([sign]) => agent.includes(sign))?.[1] ?? "A browser";
  const system = SYSTEMS.find(([sign]) => agent.includes(sign))?.[1];
  return system ? `${browser} on ${system}` : browser;
}
