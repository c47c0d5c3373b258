import { saveRecord } from "@/lib/imports/hand/save";
import { addDays } from "@/lib/kernel/period";
import { dayAt } from "@/lib/kernel/zone";
import { queueMail, queueWebhook } from "@/lib/outbox/mutations";
import type { Sql } from "@/lib/platform/db";
import type { Scope } from "@/lib/platform/scope";
import type { Step } from "@/lib/playbooks/schema";
import { filled, findMember, ownerOf, type Subject } from "@/lib/playbooks/subject";
import { createTask } from "@/lib/tasks/mutations";

/** A run at one of its steps. Its id and place make what the step sends the same however often it is tried. */
export type AtStep = {
  readonly run: string;
  readonly place: number;
  readonly playbook: { readonly id: string; readonly name: string };
  readonly subject: Subject;
  readonly reason: string;
  readonly mrr: number | null;
  readonly at: Date;
};

/** What a step did, in words; and until when the run waits. */
export type Done = { readonly words: string; readonly resumeAt?: Date };

/** Does one step in the transaction that also notes it as done, so that it is done once. */
export function doStep(sql: Sql, scope: Scope, step: Step, at: AtStep): Promise<Done> {
  switch (step.does) {
    case "task":
      return makeTask(sql, scope, step, at);
    case "mail":
      return sendMail(sql, scope, step, at);
    case "webhook":
      return callWebhook(sql, scope, step, at);
    case "wait":
      return waitFor(scope, step, at);
    case "set":
      return setField(sql, scope, step, at);
  }
}

type Of<Does extends Step["does"]> = Extract<Step, { does: Does }>;

async function makeTask(sql: Sql, scope: Scope, { does: _, dueIn, owner: rule, ...fields }: Of<"task">, step: AtStep): Promise<Done> {
  const { run, subject, reason, at } = step;
  const owner = await ownerOf(sql, subject, rule);
  const dueOn = addDays(dayAt(at, scope.timeZone), dueIn);
  const detail = [fields.detail, `Why: ${reason}.`].filter(Boolean).join("\n\n");
  const title = filled(fields.title, subject, step, scope).slice(0, 200);
  const { known } = await createTask(sql, scope, {
    ...fields,
    title,
    detail,
    dueOn,
    owner: owner?.id ?? null,
    account: subject.id,
    playbookRun: run,
  });
  const whose = owner === null ? "for nobody yet" : `for ${owner.name}`;
  return { words: `${known ? "Brought the open task up to date" : "Made a task"}: “${title}”, ${whose}, due ${dueOn}.` };
}

async function sendMail(sql: Sql, scope: Scope, { to, subject: title, text }: Of<"mail">, step: AtStep): Promise<Done> {
  const { run, place, subject } = step;
  const person = to === "owner" ? subject.owner : to === "champion" ? subject.champion : await findMember(sql, to);
  if (person === null)
    return {
      words: `Sent no mail: ${to === "champion" ? "the account has no champion with a mail address" : "there is nobody to send it to"}.`,
    };
  const head = filled(title, subject, step, scope).replace(/\s+/g, " ");
  const body = filled(text, subject, step, scope);
  await queueMail(sql, scope, { to: person.email, subject: head, text: body, cause: `playbook:${run}:${place}`, account: subject.id });
  return { words: `Put a mail to ${person.name} into the outbox: “${head}”.` };
}

async function callWebhook(
  sql: Sql,
  scope: Scope,
  { endpoint }: Of<"webhook">,
  { run, place, playbook, subject, reason }: AtStep,
): Promise<Done> {
  const [target] = await sql<{ name: string }>("SELECT name FROM app.webhook_endpoint WHERE id = $1::uuid", [endpoint]);
  if (!target) return { words: "Called nobody: the endpoint was removed." };
  const account = { id: subject.id, externalId: subject.externalId, name: subject.name, owner: subject.owner?.email ?? null };
  const data = { playbook, run, account, reason };
  await queueWebhook(sql, scope, { endpoint, event: "playbook.step", data, cause: `playbook:${run}:${place}`, account: subject.id });
  return { words: `Put a call to ${target.name} into the outbox.` };
}

async function waitFor({ timeZone }: Scope, { days }: Of<"wait">, { at }: AtStep): Promise<Done> {
  const resumeAt = new Date(at.getTime() + days * 86_400_000);
  return { words: `Waits until ${dayAt(resumeAt, timeZone)}.`, resumeAt };
}

async function setField(sql: Sql, scope: Scope, { field, value }: Of<"set">, { subject }: AtStep): Promise<Done> {
  const saved = await saveRecord(sql, scope, { kind: "accounts", id: subject.id, version: subject.version }, { [field]: value });
  return { words: saved.saved ? `Set the ${field} to ${value}.` : `Did not set the ${field}: ${value} cannot be taken.` };
}
