"use client";

import { type RefObject, useEffect, useRef, useState } from "react";

/** How wide an element is; `first` until it has been measured, which is what the server draws with. */
export function useWidth<Element extends HTMLElement>(first: number): { ref: RefObject<Element | null>; width: number } {
  const ref = useRef<Element>(null);
  const [width, setWidth] = useState(first);
  useEffect(() => {
    const element = ref.current;
    if (!element) return;
    const observer = new ResizeObserver(([entry]) => entry && setWidth(Math.round(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return { ref, width };
}
