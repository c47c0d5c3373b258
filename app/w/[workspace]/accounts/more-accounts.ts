"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { answered } from "@/app/w/[workspace]/answered";
import { accountsKey } from "@/app/w/[workspace]/query-keys";
import { readAccountsAction } from "@/lib/accounts/actions";
import type { ListedAccount } from "@/lib/accounts/data";
import type { AccountsAsked } from "@/lib/accounts/schema";
import type { Page } from "@/lib/platform/keyset";

/** The page that came with the screen, and those that were asked for after it. */
export function useMoreAccounts(workspace: string, asked: AccountsAsked, first: Page<ListedAccount>) {
  const { data, hasNextPage, isFetchingNextPage, fetchNextPage, error } = useInfiniteQuery({
    queryKey: accountsKey(workspace, asked),
    queryFn: ({ pageParam }) => answered(readAccountsAction({ workspace, ...asked, after: pageParam })),
    initialPageParam: asked.after,
    initialData: { pages: [first], pageParams: [asked.after] },
    getNextPageParam: (last) => last.next,
  });
  return {
    rows: (data.pages.length > 1 ? data.pages : [first]).flatMap(({ rows }) => rows),
    more: hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : null,
    hasMore: hasNextPage,
    fault: error?.message ?? null,
  };
}
