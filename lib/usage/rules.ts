/** A milestone's name as people read it: `first_value` is `First value`. */
export function milestoneWords(kind: string): string {
  const words = kind.replace(/[_-]+/g, " ").trim();
  return words === "" ? kind : words.charAt(0).toUpperCase() + words.slice(1);
}
