"use client";

import { useEffect, useState } from "react";
import { describeMoment } from "@/lib/kernel/period-words";

/** When what stands here was true. In full for the first paint, then as a distance that keeps counting. */
export function Fresh({ at, timeZone, lead = "as of" }: { at: string; timeZone: string; lead?: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 30_000);
    return () => clearInterval(timer);
  }, []);
  const full = describeMoment(new Date(at), timeZone);
  return (
    <time dateTime={at} title={full} className="figures whitespace-nowrap text-ink-3 text-xs">
      {lead} {now === null ? full : distance(now - Date.parse(at), full)}
    </time>
  );
}

function distance(milliseconds: number, full: string): string {
  const minutes = Math.floor(milliseconds / 60_000);
  if (minutes < 0 || minutes >= 24 * 60) return full;
  if (minutes < 1) return "this minute";
  if (minutes < 60) return `${minutes} min ago`;
  return `${Math.floor(minutes / 60)} h ago`;
}
