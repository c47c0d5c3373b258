import type { Metadata } from "next";
import { connection } from "next/server";
import { AskForm } from "@/app/(public)/forgotten-password/ask-form";
import { Link } from "@/components/ui/link";
import { canMail } from "@/lib/platform/mail";

export const metadata: Metadata = { title: "Forgotten password" };

export default async function ForgottenPasswordPage() {
  await connection();
  if (canMail()) return <AskForm />;
  return (
    <div className="grid gap-4">
      <h1 className="headline text-2xl">Forgotten password</h1>
      <p className="text-ink-2">
        This installation sends no mail. Ask an owner or admin of your workspace: under Settings, People they make a link for you, by which
        you choose a new password.
      </p>
      <p className="text-ink-2">
        If you are the only one who could, whoever runs the server makes the same link with the command line:{" "}
        <code className="figures whitespace-nowrap text-sm">user reset-link --email you@company.com</code>
      </p>
      <p>
        <Link href="/sign-in" className="underline">
          Back to signing in
        </Link>
      </p>
    </div>
  );
}
