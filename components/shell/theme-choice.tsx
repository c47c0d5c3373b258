"use client";

import { useTheme } from "next-themes";
import { useEffect, useState } from "react";
import { THEMES } from "@/components/shell/theme-switch";
import { Segmented } from "@/components/ui/segmented";

/** What this browser shows; only the browser knows, so that nothing is chosen until it has said so. */
export function ThemeChoice() {
  const { theme, setTheme } = useTheme();
  const [chosen, setChosen] = useState("");
  useEffect(() => setChosen(theme ?? ""), [theme]);
  return <Segmented label="Appearance" value={chosen} options={THEMES} onChange={setTheme} />;
}
