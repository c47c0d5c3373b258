"use client";

import { Check, Contrast } from "lucide-react";
import { useTheme } from "next-themes";
import { Button } from "@/components/ui/button";
import { Menu, MenuItem, MenuLabel } from "@/components/ui/menu";

export const THEMES = [
  { value: "system", label: "As the system" },
  { value: "light", label: "Light" },
  { value: "dark", label: "Dark" },
];

export function ThemeSwitch() {
  const { theme, setTheme } = useTheme();
  return (
    <Menu
      trigger={
        <Button look="quiet" size="icon" aria-label="Light or dark">
          <Contrast aria-hidden className="size-4" />
        </Button>
      }
    >
      <MenuLabel>Appearance</MenuLabel>
      {THEMES.map(({ value, label }) => (
        <MenuItem key={value} onSelect={() => setTheme(value)}>
          <span className="grow">{label}</span>
          {theme === value ? <Check aria-label="chosen" className="size-3.5 text-accent" /> : null}
        </MenuItem>
      ))}
    </Menu>
  );
}
