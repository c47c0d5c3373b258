import { Bell as Icon } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

const MOST = 99;

/** How much is new to who looks, and the way to it. */
export function Bell({ workspace, unread }: { workspace: string; unread: number }) {
  return (
    <Button look="quiet" size="icon" asChild className="relative">
      <Link
        href={`/w/${workspace}/notifications`}
        aria-label={unread === 0 ? "Notifications" : `Notifications: ${unread} unread`}
        className="inline-flex items-center"
      >
        <Icon aria-hidden className="size-4" />
        {unread > 0 ? (
          <span
            aria-hidden
            className="figures -top-0.5 -right-0.5 absolute grid h-4 min-w-4 place-items-center rounded-full bg-accent px-1 font-semibold text-2xs text-accent-ink"
          >
            {unread > MOST ? `${MOST}+` : unread}
          </span>
        ) : null}
      </Link>
    </Button>
  );
}
