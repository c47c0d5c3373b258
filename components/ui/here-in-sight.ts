"use client";

import { type RefObject, useLayoutEffect, useRef } from "react";

/** Scrolls a bar sideways so that the place one is at, which `aria-current` marks, can be seen; again whenever `here` changes. */
export function useHereInSight<Bar extends HTMLElement>(here: string | null): RefObject<Bar | null> {
  const bar = useRef<Bar>(null);
  useLayoutEffect(() => {
    const place = bar.current?.querySelector<HTMLElement>("[aria-current=page]");
    if (!bar.current || !place) return;
    const [outer, inner] = [bar.current.getBoundingClientRect(), place.getBoundingClientRect()];
    bar.current.scrollLeft += inner.left + inner.width / 2 - (outer.left + outer.width / 2);
  }, [here]);
  return bar;
}
