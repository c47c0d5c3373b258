import type { OpenSignal } from "@/lib/signals/data";
import type { Suggestion } from "@/lib/signals/queue/lines";
import type { ShownTask } from "@/lib/tasks/data";
import type { TouchType } from "@/lib/touchpoints/choices";
import type { ShownPulse } from "@/lib/touchpoints/data";

export type Named = { readonly id: string; readonly name: string };

/** A touch as it stands, to be changed. */
export type KeptTouch = {
  readonly id: string;
  readonly version: number;
  readonly type: TouchType;
  readonly twoWay: boolean;
  readonly at: string;
  readonly text: string;
  readonly contact: string | null;
  readonly minutes: number | null;
};

/** What a person wants to do; each opens its own form. */
export type Asked =
  | { readonly what: "task"; readonly account: Named | null; readonly suggestion?: Suggestion }
  | { readonly what: "change-task"; readonly task: ShownTask }
  | { readonly what: "close-task"; readonly task: Pick<ShownTask, "id" | "version" | "title"> }
  | { readonly what: "snooze-task"; readonly task: Pick<ShownTask, "id" | "version" | "title"> }
  | { readonly what: "snooze-account"; readonly account: Named }
  | { readonly what: "snooze-signal"; readonly account: Named; readonly signal: Pick<OpenSignal, "kind" | "reason" | "words"> }
  | { readonly what: "touch"; readonly account: Named; readonly type: TouchType }
  | { readonly what: "change-touch"; readonly account: Named; readonly touch: KeptTouch }
  | { readonly what: "pulse"; readonly account: Named; readonly pulse: ShownPulse | null };

/** Who works here, where, and when it is: what the forms offer. */
export type Setting = {
  readonly workspace: string;
  readonly timeZone: string;
  readonly me: string;
  readonly members: readonly Named[];
  /** The contacts of the one account that is looked at. */
  readonly contacts?: readonly Named[];
  readonly today: string;
  readonly asOf: string;
};

export type FormProps = {
  readonly setting: Setting;
  readonly onCancel: () => void;
  /** With what is said once it is done. */
  readonly onDone: (words: string) => void;
};
