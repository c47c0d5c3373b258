import { STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import { Badge } from "@/components/ui/badge";
import { Link } from "@/components/ui/link";
import type { ListedAccount } from "@/lib/accounts/data";

/** An account's name, which opens it, and whether it is a customer no longer or not yet. */
export function AccountName({ slug, account: { id, name, state } }: { slug: string; account: ListedAccount }) {
  return (
    <>
      <Link href={`/w/${slug}/accounts/${id}`} data-account className="font-medium hover:underline">
        {name}
      </Link>
      {state === "customer" ? null : (
        <span className="ml-2">
          <Badge tone={STATE_WORDS[state].tone}>{STATE_WORDS[state].label}</Badge>
        </span>
      )}
    </>
  );
}
