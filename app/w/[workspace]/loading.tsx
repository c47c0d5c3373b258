import { Skeleton } from "@/components/ui/skeleton";

export default function Loading() {
  return (
    <div role="status" aria-busy="true" aria-label="Reading the page">
      <Skeleton className="mb-3 h-8 w-80 max-w-full" />
      <Skeleton className="mb-5 h-9 w-full max-w-2xl" />
      <Skeleton className="mb-5 h-36 w-full" />
      <div className="grid gap-5 lg:grid-cols-2">
        <Skeleton className="h-80" />
        <Skeleton className="h-80" />
      </div>
    </div>
  );
}
