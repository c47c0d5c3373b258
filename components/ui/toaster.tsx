"use client";

import { useTheme } from "next-themes";
import { Toaster as Sonner } from "sonner";

const FLOOR = { bottom: "var(--toast-floor)" };

/** Says what came of something; what stands at the bottom makes room for it (`--toast-room`). */
export function Toaster() {
  const { resolvedTheme } = useTheme();
  return (
    <Sonner
      theme={resolvedTheme === "dark" ? "dark" : "light"}
      position="bottom-right"
      offset={FLOOR}
      mobileOffset={FLOOR}
      closeButton
      duration={6000}
    />
  );
}
