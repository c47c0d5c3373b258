"use client";

import { LogOut } from "lucide-react";
import { MenuItem } from "@/components/ui/menu";
import { signOutAction } from "@/lib/people/actions";

export function SignOutItem() {
  async function leave() {
    await signOutAction({});
    window.location.assign("/sign-in");
  }
  return (
    <MenuItem onSelect={() => void leave()}>
      <LogOut aria-hidden className="size-3.5 text-ink-3" /> Sign out
    </MenuItem>
  );
}
