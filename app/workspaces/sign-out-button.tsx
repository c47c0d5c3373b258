"use client";

import { Button } from "@/components/ui/button";
import { signOutAction } from "@/lib/people/actions";

export function SignOutButton() {
  return (
    <Button
      look="quiet"
      size="sm"
      onClick={async () => {
        await signOutAction({});
        window.location.assign("/sign-in");
      }}
    >
      Sign out
    </Button>
  );
}
