import type { ReactNode } from "react";
import { Mark } from "@/components/shell/mark";

export default function PublicLayout({ children }: { children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-sm flex-col px-5 pt-[14vh] pb-16">
      <p className="mb-10 inline-flex items-center gap-2">
        <Mark className="size-6 text-accent" />
        <span className="headline text-lg">Bellwether</span>
      </p>
      {children}
    </main>
  );
}
