import { HEADINGS, OTHER_NOUNS, OTHER_WORDS } from "@/lib/imports/files/other-languages";
import { NOUNS, SYNONYMS, WORD_SYNONYMS } from "@/lib/imports/files/synonyms";
import type { Kind } from "@/lib/imports/kind";

/** What people call the fields and the kinds, and what other systems call them. */
const LABELS: Record<string, string> = {
  externalId: "Id in the source",
  ownerEmail: "Owner's e-mail",
  isChampion: "Champion",
  ownedBy: "Owner",
  at: "When",
  value: "Value",
  unresolvableAtFirstLevel: "Not solvable at first level",
};

/** `ticketEvents` and `ticket-events` are "Ticket events". */
export function label(name: string): string {
  const words =
    LABELS[name] ??
    name.replace(/[-_.]/g, " ").replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name without case, spaces and signs, as names are compared. */
export function bare(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}

/** One record of the kind: a ticket, a survey response. */
function nounOf({ name }: Kind): string {
  return name.replace(/-/g, " ").replace(/s$/, "");
}

/** Other names of a field, likeliest first: those of other systems, and those of other languages. */
export function synonymsOf(kind: Kind, field: string): string[][] {
  const nouns = [bare(nounOf(kind)), ...listed(NOUNS, kind.name)];
  return [expanded(listed(SYNONYMS, field), nouns), expanded(listed(HEADINGS, field), listed(OTHER_NOUNS, kind.name))];
}

/** How well the name of a file says that it holds records of a kind. */
export function namesKind(fileName: string, kind: Kind): number {
  const named = bare(fileName);
  if (named.includes(bare(kind.name))) return 3;
  return [bare(nounOf(kind)), ...listed(OTHER_NOUNS, kind.name)].some((noun) => named.includes(noun)) ? 2 : 0;
}

function expanded(names: readonly string[], nouns: readonly string[]): string[] {
  return names.flatMap((name) => (name.includes("{noun}") ? nouns.map((noun) => name.replace("{noun}", noun)) : [name]));
}

function listed(lists: Record<string, readonly string[]>, name: string): readonly string[] {
  return Object.hasOwn(lists, name) ? (lists[name] ?? []) : [];
}

/** The word of the list that a source's word means; null where nobody can say. */
export function wordFor(value: string, words: readonly string[]): string | null {
  const given = value.trim().toLowerCase();
  const plainly = words.find((word) => word === given.replace(/[\s-]+/g, "_") || word === given);
  return plainly ?? words.find((word) => [...listed(WORD_SYNONYMS, word), ...listed(OTHER_WORDS, word)].includes(given)) ?? null;
}
