import { dehydrate, HydrationBoundary, QueryClient, type QueryKey } from "@tanstack/react-query";
import type { ReactNode } from "react";

/** Puts what the server has read where the page's query looks for it, so that the first paint has real numbers. */
export function Prefetched({ entries, children }: { entries: readonly { key: QueryKey; data: unknown }[]; children: ReactNode }) {
  const client = new QueryClient();
  for (const { key, data } of entries) client.setQueryData(key, data);
  return <HydrationBoundary state={dehydrate(client)}>{children}</HydrationBoundary>;
}
