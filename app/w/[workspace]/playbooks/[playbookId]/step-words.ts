import type { Choices } from "@/lib/playbooks/data";
import type { Step } from "@/lib/playbooks/schema";

export const STEP_WORDS: readonly { does: Step["does"]; name: string; add: string }[] = [
  { does: "task", name: "Make a task", add: "Add a task" },
  { does: "mail", name: "Send a mail", add: "Add a mail" },
  { does: "wait", name: "Wait", add: "Add a wait" },
  { does: "webhook", name: "Call a webhook", add: "Add a webhook" },
  { does: "set", name: "Set a field", add: "Add a field to set" },
];

/** A step as it stands when it is added. */
export function newStep(does: Step["does"], { endpoints }: Choices): Step {
  switch (does) {
    case "task":
      return { does, title: "", type: "follow-up", reason: "other", detail: "", dueIn: 3, owner: "owner" };
    case "mail":
      return { does, to: "owner", subject: "{{account}}: {{reason}}", text: "Hello {{owner}},\n\n" };
    case "wait":
      return { does, days: 7 };
    case "webhook":
      return { does, endpoint: endpoints[0]?.id ?? "" };
    case "set":
      return { does, field: "stage", value: "" };
  }
}
