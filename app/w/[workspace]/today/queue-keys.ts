import { type RefObject, useEffect } from "react";
import { useActing } from "@/app/w/[workspace]/acting/acting";
import { isTyping } from "@/components/shell/typing";
import type { Line } from "@/lib/signals/queue/lines";

// After a g the next key names a page.
const LEADER_MS = 1_200;

/** j and k move along the queue, t, n and s act on the account one is at; Enter opens it, as it opens any link. */
export function useQueueKeys(list: RefObject<HTMLOListElement | null>, lines: readonly Line[]): void {
  const act = useActing();
  useEffect(() => {
    let led = 0;
    const press = (event: KeyboardEvent) => {
      const isLed = Date.now() - led < LEADER_MS;
      led = event.key === "g" ? Date.now() : 0;
      if (
        isLed ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        isTyping(event.target) ||
        document.querySelector('[role="dialog"]:not([data-popover])')
      )
        return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>("[data-queue]") ?? [])];
      const here = links.findIndex((link) => link.closest("li")?.contains(document.activeElement));
      if (event.key === "j") links[Math.min(here + 1, links.length - 1)]?.focus();
      if (event.key === "k") links[Math.max(here - 1, 0)]?.focus();
      const line = lines[Math.max(here, 0)];
      if (act === null || line === undefined) return;
      const account = { id: line.id, name: line.name };
      const deeds: Record<string, () => void> = {
        t: () => act({ what: "task", account, suggestion: line.suggestion }),
        n: () => act({ what: "touch", account, type: "note" }),
        s: () => act({ what: "snooze-account", account }),
      };
      const deed = deeds[event.key];
      if (deed === undefined) return;
      event.preventDefault(); // the letter is not typed into the form that opens
      deed();
    };
    window.addEventListener("keydown", press);
    return () => window.removeEventListener("keydown", press);
  }, [act, list, lines]);
}
