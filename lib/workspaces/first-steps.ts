import type { Role } from "@/lib/platform/scope";

/** What the records of a workspace say of how far it has come. */
export type Reached = { readonly accounts: boolean; readonly subscriptions: boolean; readonly figures: boolean; readonly team: boolean };

export type StepId = "workspace" | keyof Reached;

type Face = {
  readonly id: StepId;
  readonly title: string;
  readonly words: string;
  readonly action: string;
  readonly path: string;
  readonly roles: readonly Role[];
};

export type FirstStep = Omit<Face, "roles"> & {
  readonly isDone: boolean;
  /** Whether who looks may do it; others are told who may. */
  readonly isMine: boolean;
  /** Whether it can be done now: numbers cannot be seen before there are records to make them of. */
  readonly isReady: boolean;
  /** The kind of record it asks for, where it asks for a file. */
  readonly template: "accounts" | "subscriptions" | null;
};

const IMPORTERS = ["owner", "admin", "manager"] as const;

/** From an empty workspace to numbers and a team, in the order in which one makes the next possible. */
const FACES: readonly (Face & Pick<FirstStep, "template">)[] = [
  {
    ...{ id: "workspace", title: "Make your workspace", action: "Look at its settings", path: "settings/workspace", template: null },
    words: "Its currency and time zone can still be changed until the first records are in.",
    roles: ["owner", "admin", "manager", "csm", "viewer"],
  },
  {
    ...{ id: "accounts", title: "Bring your accounts", action: "Import accounts", path: "data", template: "accounts" },
    words: "A CSV file with a line for each customer: an id and a name are enough. Columns may have names of their own.",
    roles: IMPORTERS,
  },
  {
    ...{ id: "subscriptions", title: "Bring their subscriptions", action: "Import subscriptions", path: "data", template: "subscriptions" },
    words: "Who pays how much for how long, since when and until when. Every number of revenue is made of these.",
    roles: IMPORTERS,
  },
  {
    ...{ id: "figures", title: "See your numbers", action: "Open the overview", path: "overview", template: null },
    words: "They make themselves of the two files, usually within a minute. Every number opens to the rows behind it.",
    roles: ["owner", "admin", "manager", "csm", "viewer"],
  },
  {
    ...{ id: "team", title: "Invite your team", action: "Invite somebody", path: "settings/people", template: null },
    words: "By mail or by a link to pass on; each with a role that says what they may change.",
    roles: ["owner", "admin"],
  },
];

export function stepsOf(reached: Reached, role: Role): FirstStep[] {
  return FACES.map(({ roles, ...face }) => ({
    ...face,
    isDone: face.id === "workspace" || reached[face.id],
    isMine: roles.includes(role),
    isReady: face.id !== "figures" || reached.subscriptions,
  }));
}
