import { BAND_WORDS } from "@/lib/kernel/band-words";
import type { Definition, Step, Trigger } from "@/lib/playbooks/schema";

/** Whom or what the ids in a playbook stand for. */
export type Named = {
  readonly members: readonly { id: string; name: string }[];
  readonly endpoints: readonly { id: string; name: string }[];
};

type SignalName = { readonly id: string; readonly name: string };

export function triggerWords(trigger: Trigger, signals: readonly SignalName[]): string {
  switch (trigger.on) {
    case "signal":
      return `the signal “${signals.find(({ id }) => id === trigger.kind)?.name ?? trigger.kind}” opens`;
    case "band":
      return `the health becomes ${BAND_WORDS[trigger.band]}`;
    case "renewal":
      return `a renewal is ${trigger.days} ${trigger.days === 1 ? "day" : "days"} away`;
    case "stage":
      return `the stage becomes ${trigger.stage}`;
    case "late":
      return trigger.what === "first-value" ? "the first value is late" : "a step of the success plan is late";
  }
}

export function filterWords({ segment, plan }: Definition["filter"]): string {
  const terms = [segment === null ? "" : `segment ${segment}`, plan === null ? "" : `plan ${plan}`].filter(Boolean);
  return terms.length === 0 ? "every account" : `accounts of ${terms.join(" and ")}`;
}

export function stepWords(step: Step, { members, endpoints }: Named): string {
  const member = (id: string) => members.find((each) => each.id === id)?.name ?? "somebody who left";
  const who: Readonly<Record<string, string>> = { owner: "the owner", manager: "the owner's manager", champion: "the champion" };
  switch (step.does) {
    case "task":
      return `Task for ${who[step.owner] ?? member(step.owner)}, due in ${step.dueIn} ${step.dueIn === 1 ? "day" : "days"}: “${step.title}”`;
    case "mail":
      return `Mail to ${who[step.to] ?? member(step.to)}: “${step.subject}”`;
    case "webhook":
      return `Call ${endpoints.find(({ id }) => id === step.endpoint)?.name ?? "an endpoint that was removed"}`;
    case "wait":
      return `Wait ${step.days} ${step.days === 1 ? "day" : "days"}`;
    case "set":
      return `Set the ${step.field} to ${step.value}`;
  }
}
