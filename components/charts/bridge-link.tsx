import type { ReactNode } from "react";
import { Link } from "@/components/ui/link";

/** A bar as a way to what it is made of; a bar that leads nowhere is only drawn. */
export function BridgeLink({ address, words, children }: { address: string | undefined; words: string; children: ReactNode }) {
  if (!address) return children;
  return (
    <Link href={address} aria-label={words} className="group">
      {children}
    </Link>
  );
}
