import { Badge } from "@/components/ui/badge";
import type { PlaybookStatus } from "@/lib/playbooks/data";

export function StatusBadge({ status, isChanged }: { status: PlaybookStatus; isChanged: boolean }) {
  return (
    <>
      {status === "live" ? <Badge tone="good">Live</Badge> : null}
      {status === "draft" ? <Badge tone="accent">Draft</Badge> : null}
      {status === "off" ? <Badge>Off</Badge> : null}
      {isChanged ? <Badge tone="watch">Changes not published</Badge> : null}
    </>
  );
}
