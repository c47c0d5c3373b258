import type { Role } from "@/lib/platform/scope";
import type { TouchType } from "@/lib/touchpoints/choices";

export const TOUCH_WORDS: Record<TouchType, string> = { call: "Call", mail: "Mail", meeting: "Meeting", note: "Note" };

/** Who may change what others wrote. */
export const CHANGES_OTHERS: ReadonlySet<Role> = new Set(["owner", "admin", "manager"]);

/** What each step of a pulse means. */
export const PULSE_WORDS: Readonly<Record<number, string>> = { 1: "lost", 2: "worried", 3: "unsure", 4: "good", 5: "sure" };

type Named = { readonly id: string; readonly name: string };

/** The members a text names, by `@` and their name; where one name begins another, the longer one is meant. */
export function mentionedIn(text: string, members: readonly Named[]): string[] {
  const longestFirst = [...members].sort((a, b) => b.name.length - a.name.length);
  let rest = text;
  return longestFirst.flatMap(({ id, name }) => {
    if (!rest.includes(`@${name}`)) return [];
    rest = rest.replaceAll(`@${name}`, "");
    return [id];
  });
}
