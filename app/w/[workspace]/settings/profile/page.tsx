import type { Metadata } from "next";
import { NameForm } from "@/app/w/[workspace]/settings/profile/name-form";
import { PasswordForm } from "@/app/w/[workspace]/settings/profile/password-form";
import { Sessions } from "@/app/w/[workspace]/settings/profile/sessions";
import { Section } from "@/app/w/[workspace]/settings/section";
import { ThemeChoice } from "@/components/shell/theme-choice";
import { Link } from "@/components/ui/link";
import { loadProfile } from "@/lib/people/loaders";
import { ROLE_WORDS } from "@/lib/people/rules";
import { requireScope } from "@/lib/platform/session";

export const metadata: Metadata = { title: "Your profile" };

export default async function ProfilePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { slug, name, timeZone, actor } = await requireScope((await params).workspace, "/w/[workspace]/settings/profile");
  const { person, sessions } = await loadProfile();
  return (
    <>
      <Section title="You" words={`You sign in as ${person.email}. Your role in ${name} is ${ROLE_WORDS[actor.role].label}.`}>
        <NameForm name={person.name ?? ""} />
      </Section>
      <Section title="Password" words="A new password signs you out everywhere, here too.">
        <PasswordForm email={person.email} />
      </Section>
      <Section
        title="Where you are signed in"
        words={`A browser stays signed in for twelve hours after you last used it, and for seven days at most. Clocks are those of ${timeZone}.`}
      >
        <Sessions sessions={sessions} hereId={person.sessionId} timeZone={timeZone} />
      </Section>
      <Section title="Appearance" words="Of this browser.">
        <ThemeChoice />
      </Section>
      <Section title="Notifications" words="What you are told of, and how it is mailed, is chosen for each workspace.">
        <Link href={`/w/${slug}/settings/notifications`} className="underline">
          Choose for {name}
        </Link>
      </Section>
    </>
  );
}
