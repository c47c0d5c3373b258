import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { SignInForm } from "@/app/(public)/sign-in/sign-in-form";
import { ownPath } from "@/lib/people/rules";
import { canMail } from "@/lib/platform/mail";
import { currentPerson } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Sign in" };

export default async function SignInPage({
  searchParams,
}: {
  searchParams: Promise<{ next?: string | string[]; said?: string | string[] }>;
}) {
  const { next, said } = await searchParams;
  const target = ownPath(next);
  if (await currentPerson()) redirect(target);
  const words = said === "password" ? "Your password is changed. Sign in with the new one." : undefined;
  return <SignInForm next={target} said={words} sendsMail={canMail()} />;
}
