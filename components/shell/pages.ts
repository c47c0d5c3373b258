import {
  Activity,
  BookOpenText,
  Building2,
  CalendarClock,
  Database,
  HeartPulse,
  LayoutDashboard,
  ListChecks,
  type LucideIcon,
  MessageSquareQuote,
  Newspaper,
  Settings,
  Sunrise,
  UsersRound,
} from "lucide-react";

export type KeyWords = { keys: readonly string[]; words: string };

export type Page = {
  path: string;
  label: string;
  question: string;
  key: string;
  icon: LucideIcon;
  /** Behind "More" where the bar is narrow. */
  isFurther?: true;
  /** Keys that work on this page alone. */
  own?: readonly KeyWords[];
};

const TODAY_KEYS: readonly KeyWords[] = [
  { keys: ["j", "k"], words: "Down and up the queue" },
  { keys: ["Enter"], words: "Open the account" },
  { keys: ["t"], words: "New task for the account" },
  { keys: ["n"], words: "New note on the account" },
  { keys: ["s"], words: "Put the account away until a day" },
];

/** The places of a workspace, in the order of the bar; `key` follows g on the keyboard. */
export const PAGES: readonly Page[] = [
  { path: "overview", label: "Overview", question: "Are we keeping what we have?", key: "o", icon: LayoutDashboard },
  { path: "today", label: "Today", question: "Whom do I save today?", key: "t", icon: Sunrise, own: TODAY_KEYS },
  { path: "accounts", label: "Accounts", question: "Who are our customers?", key: "a", icon: Building2 },
  { path: "renewals", label: "Renewals", question: "What comes up for renewal?", key: "r", icon: CalendarClock },
  { path: "portfolio", label: "Team", question: "Who looks after what?", key: "p", icon: UsersRound, isFurther: true },
  { path: "health", label: "Health", question: "How healthy are our customers?", key: "h", icon: HeartPulse },
  { path: "playbooks", label: "Playbooks", question: "What do we do when something happens?", key: "b", icon: ListChecks, isFurther: true },
  { path: "feedback", label: "Feedback", question: "What do customers say?", key: "f", icon: MessageSquareQuote },
  { path: "usage", label: "Usage", question: "Is it used?", key: "u", icon: Activity, isFurther: true },
  { path: "summary", label: "Summary", question: "What happened, why, what do we decide?", key: "y", icon: Newspaper },
  { path: "metrics", label: "Metrics", question: "What does each number mean?", key: "m", icon: BookOpenText, isFurther: true },
  { path: "data", label: "Data", question: "Can I trust what I see?", key: "d", icon: Database, isFurther: true },
  { path: "settings", label: "Settings", question: "Who works here, and how do we count?", key: "s", icon: Settings, isFurther: true },
];

/** Those without a place in the bar, for whoever looks for them by name. */
export const MORE_PAGES: readonly Pick<Page, "path" | "label" | "question">[] = [
  { path: "cohorts", label: "Cohorts", question: "Do newer customers stay longer?" },
  { path: "health/scorecards", label: "Scorecards", question: "What is health made of?" },
  { path: "health/back-test", label: "Back-test", question: "Does health predict who leaves?" },
  { path: "notifications", label: "Notifications", question: "What is new?" },
  { path: "first-steps", label: "First steps", question: "What comes next?" },
  { path: "settings/people", label: "People", question: "Members, roles, invitations" },
  { path: "settings/workspace", label: "Workspace settings", question: "Name, currency, time zone, how we count" },
  { path: "settings/sources", label: "Sources", question: "Where the records come from; templates" },
  { path: "settings/targets", label: "Targets", question: "What do we aim for?" },
  { path: "settings/signals", label: "Signal settings", question: "What is worth somebody's morning" },
  { path: "settings/notifications", label: "Notification settings", question: "What you hear of" },
  { path: "settings/webhooks", label: "Webhooks and mail", question: "What leaves the house" },
  { path: "settings/profile", label: "Your profile", question: "Name, password, where you are signed in" },
];

export function pageAddress(workspace: string, path: string): string {
  return `/w/${workspace}/${path}`;
}
