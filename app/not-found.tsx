import Link from "next/link";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

export default function NotFound() {
  return (
    <EmptyState
      title="There is nothing at this address"
      step={
        <Button asChild look="primary">
          <Link href="/">To your workspace</Link>
        </Button>
      }
    >
      It may have been removed, or it belongs to a workspace that is not yours.
    </EmptyState>
  );
}
