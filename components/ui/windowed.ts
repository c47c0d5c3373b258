"use client";

import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useState } from "react";
import { flushSync } from "react-dom";

/** As many rows stand in the page at once; of more, only those near what is seen. */
const MOST = 150;

/** What is said to every list when all of its rows are wanted, and when they no longer are. */
const WHOLE = "rows-whole";
const WINDOWED = "rows-windowed";

/** Does something while every list has all of its rows in the page. */
export function whole<Result>(work: () => Result): Result {
  window.dispatchEvent(new Event(WHOLE));
  try {
    return work();
  } finally {
    window.dispatchEvent(new Event(WINDOWED));
  }
}

/** Which rows are near what is seen, and how much room the others take. All of them are there before hydration up to a number, and in print. */
export function useWindowed(body: RefObject<HTMLElement | null>, count: number, row: number) {
  const [scrollMargin, setMargin] = useState(0);
  const isWhole = useWhole();
  useLayoutEffect(() => {
    if (body.current) setMargin(body.current.getBoundingClientRect().top + window.scrollY);
  }, [body]);
  const enabled = count > MOST;
  const virtualizer = useWindowVirtualizer({ count, enabled, estimateSize: () => row, overscan: 20, scrollMargin });
  const items = virtualizer.getVirtualItems();
  const [first, last] = [items[0], items.at(-1)];
  if (isWhole) return { from: 0, to: count, above: 0, below: 0, measure: undefined };
  if (!enabled || !first || !last) return { from: 0, to: Math.min(count, MOST), above: 0, below: 0, measure: undefined };
  return {
    from: first.index,
    to: last.index + 1,
    above: first.start - scrollMargin,
    below: virtualizer.getTotalSize() - (last.end - scrollMargin),
    measure: virtualizer.measureElement,
  };
}

/** Whether all rows are wanted: on paper there is no scrolling. */
function useWhole(): boolean {
  const [isWhole, setWhole] = useState(false);
  useEffect(() => {
    const show = () => flushSync(() => setWhole(true));
    const hide = () => setWhole(false);
    for (const name of [WHOLE, "beforeprint"]) window.addEventListener(name, show);
    for (const name of [WINDOWED, "afterprint"]) window.addEventListener(name, hide);
    return () => {
      for (const name of [WHOLE, "beforeprint"]) window.removeEventListener(name, show);
      for (const name of [WINDOWED, "afterprint"]) window.removeEventListener(name, hide);
    };
  }, []);
  return isWhole;
}

/** Up and down lead from row to row, by the link each begins with. */
export function moveByArrows(event: KeyboardEvent<HTMLElement>) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const links: Element[] = [...event.currentTarget.querySelectorAll("[data-account]")];
  const here = document.activeElement;
  const next = links[(here ? links.indexOf(here) : -1) + (event.key === "ArrowDown" ? 1 : -1)];
  if (!(next instanceof HTMLElement)) return;
  event.preventDefault();
  next.focus();
}
