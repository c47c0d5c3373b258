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
  manager: { label: "Manager", words: "All accounts, targets and imports" },
  csm: { label: "CSM", words: "Works with accounts" },
  viewer: { label: "Viewer", words: "Reads everything, changes nothing" },
};

function stem(password: string): string {
  return password.toLowerCase().replace(/[\d!.?_-]+$/, "");
}
