import { Button } from "@/components/ui/button";
import { Link } from "@/components/ui/link";

/** What one sees at an address that leads nowhere, or to what is not one's own: the two look the same. */
export function NothingHere() {
  return (
    <div className="mx-auto grid max-w-xl justify-items-start gap-3 px-6 py-16">
      <h1 className="headline text-2xl">There is nothing at this address</h1>
      <p className="text-ink-2">It may have been removed, or it belongs to a workspace that is not yours.</p>
      <Button asChild look="primary">
        <Link href="/">To your workspace</Link>
      </Button>
    </div>
  );
}
