"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { toast } from "sonner";
import { ResetLink } from "@/app/w/[workspace]/settings/people/reset-link";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { Select } from "@/components/ui/select";
import { describeDay } from "@/lib/kernel/period-words";
import { changeRoleAction, removeMemberAction, setManagerAction } from "@/lib/people/actions";
import type { MemberRow } from "@/lib/people/data";
import type { PeopleView } from "@/lib/people/loaders";
import { ROLE_WORDS } from "@/lib/people/rules";
import type { Role } from "@/lib/platform/scope";

export function Members({ view }: { view: PeopleView }) {
  return (
    <ul className="divide-y divide-line rounded-lg border border-line bg-sheet">
      {view.members.map((member) => (
        <Member key={member.id} member={member} view={view} />
      ))}
    </ul>
  );
}

function Member({ member, view }: { member: MemberRow; view: PeopleView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const isMe = member.id === view.meId;
  const mayChange = view.grantable.includes(member.role);
  const roles = view.grantable.map((role) => ({ value: role, label: ROLE_WORDS[role].label }));

  function change(role: Role) {
    start(async () => {
      const answer = await changeRoleAction({ workspace: view.workspace.slug, memberId: member.id, role });
      if (!answer.ok) toast.error(answer.message);
      else toast.success(`${member.name ?? member.email} is now ${ROLE_WORDS[role].label}.`);
      router.refresh();
    });
  }

  return (
    <li className="grid grid-cols-[1fr_auto] items-center gap-x-4 gap-y-2 px-4 py-3 sm:grid-cols-[1fr_9rem_7.5rem]">
      <div className="min-w-0">
        <p className="truncate font-medium">
          {member.name ?? member.email}
          {isMe ? <span className="font-normal text-ink-3"> · you</span> : null}
        </p>
        {member.name ? <p className="break-all text-ink-3 text-sm">{member.email}</p> : null}
        <p className="figures text-ink-3 text-xs">since {describeDay(member.createdAt)}</p>
        <Team member={member} view={view} />
      </div>
      {mayChange ? (
        <Select
          label={`Role of ${member.email}`}
          value={member.role}
          options={roles}
          onChange={(role) => change(role as Role)}
          disabled={busy}
          className="w-32 sm:w-full"
        />
      ) : (
        <p className="text-ink-2 text-sm">{ROLE_WORDS[member.role].label}</p>
      )}
      <div className="col-span-2 flex flex-wrap justify-self-start gap-x-4 sm:col-span-1 sm:flex-col sm:items-end sm:justify-self-end">
        {mayChange && !isMe && !view.sendsMail ? <ResetLink member={member} workspace={view.workspace.slug} /> : null}
        {mayChange ? <Removal member={member} isMe={isMe} workspace={view.workspace} /> : null}
      </div>
    </li>
  );
}

/** Who leads the team a member is in. */
function Team({ member, view }: { member: MemberRow; view: PeopleView }) {
  const router = useRouter();
  const [busy, start] = useTransition();
  const nameOf = ({ name, email }: MemberRow) => name ?? email;
  const lead = view.members.find(({ id }) => id === member.managerId);
  if (view.grantable.length === 0) return lead ? <p className="text-ink-3 text-xs">in the team of {nameOf(lead)}</p> : null;

  function change(managerId: string) {
    start(async () => {
      const answer = await setManagerAction({ workspace: view.workspace.slug, memberId: member.id, managerId: managerId || null });
      if (!answer.ok) toast.error(answer.message);
      router.refresh();
    });
  }

  const leads = view.members.filter(({ id, role }) => id !== member.id && role !== "viewer");
  return (
    <Select
      label={`Team of ${member.email}`}
      lead="Team of"
      value={member.managerId ?? ""}
      options={[{ value: "", label: "nobody" }, ...leads.map((each) => ({ value: each.id, label: nameOf(each) }))]}
      onChange={change}
      disabled={busy}
      className="-ml-3 mt-0.5 h-7 border-transparent bg-transparent"
    />
  );
}

function Removal({ member, isMe, workspace }: { member: MemberRow; isMe: boolean; workspace: PeopleView["workspace"] }) {
  const router = useRouter();
  const [open, setOpen] = useState(false);
  const [busy, start] = useTransition();

  function remove() {
    start(async () => {
      const answer = await removeMemberAction({ workspace: workspace.slug, memberId: member.id });
      setOpen(false);
      if (!answer.ok) toast.error(answer.message);
      else if (isMe) window.location.assign("/workspaces");
      else router.refresh();
    });
  }

  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="sm" className="-ml-2.5 sm:ml-0" aria-label={isMe ? "Leave this workspace" : `Remove ${member.email}`}>
          {isMe ? "Leave" : "Remove"}
        </Button>
      }
      title={isMe ? `Leave ${workspace.name}?` : `Remove ${member.name ?? member.email}?`}
      description="It holds at once, on every device. Nothing they did is lost, and a new invitation brings them back."
    >
      <div className="flex justify-end gap-2">
        <Button onClick={() => setOpen(false)}>Keep</Button>
        <Button look="danger" onClick={remove} disabled={busy}>
          {isMe ? "Leave" : "Remove"}
        </Button>
      </div>
    </Dialog>
  );
}
