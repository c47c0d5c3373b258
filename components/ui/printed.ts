/** What an address keeps that narrows nothing: where in a list one is, how it is laid out, and what is open. */
const NO_FILTERS = new Set(["after", "view", "columns", "sort", "turned", "limit", "show", "trend"]);

/**
 * What stands on every file that is made of a page, as the page says it: which page of whose it is, of when its figures are, and what its address
 * narrows them to. To be asked where somebody presses, never while a page is drawn.
 */
export function printedNotes(): string[] {
  const page = document.title.split(" · ").slice(0, 2).join(" · ");
  const moment = document.querySelector<HTMLElement>("main header time")?.title;
  return [
    page,
    `As of ${moment ?? new Date().toLocaleString("en-GB", { dateStyle: "medium", timeStyle: "short" })}`,
    filterWords(window.location.search),
  ];
}

/** `Filters: segment SMB; owner ann@x.test`: what a query narrows a page to, in its own words. */
export function filterWords(query: string): string {
  const filters = [...new URLSearchParams(query)].filter(([name, value]) => value !== "" && !NO_FILTERS.has(name));
  return `Filters: ${filters.length === 0 ? "none" : filters.map(([name, value]) => `${name} ${value}`).join("; ")}`;
}
