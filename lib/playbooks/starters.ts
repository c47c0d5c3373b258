import type { Definition } from "@/lib/playbooks/schema";

type Starter = { readonly id: string; readonly name: string; readonly words: string; readonly definition: Definition };

const EVERYBODY = { segment: null, plan: null };

/** What one begins with: each is made as a draft, to be read and changed before it is live. */
export const STARTERS = [
  {
    id: "renewal-in-90-days",
    name: "Renewal in 90 days",
    words: "Ninety days before a renewal its owner is asked to talk about it, and a month later to agree on it.",
    definition: {
      trigger: { on: "renewal", days: 90 },
      filter: EVERYBODY,
      steps: [
        {
          does: "task",
          title: "Arrange a conversation about the renewal",
          type: "renewal",
          reason: "renewal",
          detail: "What did they buy us for, did they get it, and who signs?",
          dueIn: 7,
          owner: "owner",
        },
        { does: "wait", days: 30 },
        {
          does: "mail",
          to: "owner",
          subject: "{{account}} renews in 60 days",
          text: "Hello {{owner}},\n\n{{account}} ({{mrr}} a month) {{reason}}. Say on the Renewals page how you see it, and what would change it.",
        },
      ],
      holdout: 0,
    },
  },
  {
    id: "turned-red",
    name: "Account turned red",
    words: "When an account falls to at risk, its owner gets a task for tomorrow; after a week their manager is asked to look at it too.",
    definition: {
      trigger: { on: "band", band: "red" },
      filter: EVERYBODY,
      steps: [
        {
          does: "task",
          title: "Find out what went wrong, and call",
          type: "risk",
          reason: "health",
          detail: "Open the account and read why it is red before you call.",
          dueIn: 1,
          owner: "owner",
        },
        { does: "wait", days: 7 },
        {
          does: "task",
          title: "Look at the rescue with its owner",
          type: "follow-up",
          reason: "health",
          detail: "",
          dueIn: 3,
          owner: "manager",
        },
      ],
      holdout: 0,
    },
  },
] as const satisfies readonly Starter[];
