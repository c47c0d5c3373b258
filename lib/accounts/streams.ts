/** What a timeline is made of; people show and hide them one by one. */
export const STREAMS = [
  "touches",
  "notes",
  "tasks",
  "signals",
  "health",
  "tickets",
  "answers",
  "money",
  "contracts",
  "milestones",
  "offers",
  "owners",
  "edits",
] as const;

export type Stream = (typeof STREAMS)[number];
