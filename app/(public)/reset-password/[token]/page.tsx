import type { Metadata } from "next";
import { ResetForm } from "@/app/(public)/reset-password/[token]/reset-form";
import { Link } from "@/components/ui/link";
import { findReset } from "@/lib/people/passwords/data";

export const metadata: Metadata = { title: "A new password", referrer: "no-referrer", robots: { index: false } };

export default async function ResetPasswordPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const reset = await findReset(token);
  if (reset) return <ResetForm token={token} email={reset.email} />;
  return (
    <div className="grid gap-3">
      <h1 className="headline text-2xl">This link is over</h1>
      <p className="text-ink-2">It was used, or is older than an hour. Your password is as it was.</p>
      <p>
        <Link href="/forgotten-password" className="underline">
          Ask for a new link
        </Link>
      </p>
    </div>
  );
}
