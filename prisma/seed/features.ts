/** The plans in order: a plan has all that the one before it has. */
const ORDER = ["Starter", "Team", "Business", "Enterprise"];
const ADD_ON = "add-on";

export type Feature = {
  name: string;
  /** The least plan that has it, or the add-on. */
  from: string;
  /** How many take to it. */
  appeal: number;
  /** How often in a day, and how many seconds each time. */
  uses: number;
  seconds: number;
};

/** What the demo's product can do. */
export const FEATURES: readonly Feature[] = [
  { name: "Work orders", from: "Starter", appeal: 30, uses: 9, seconds: 150 },
  { name: "Checklists", from: "Starter", appeal: 22, uses: 6, seconds: 70 },
  { name: "Comments", from: "Starter", appeal: 18, uses: 5, seconds: 45 },
  { name: "Mobile app", from: "Starter", appeal: 20, uses: 7, seconds: 60 },
  { name: "Shift planner", from: "Starter", appeal: 14, uses: 3, seconds: 260 },
  { name: "Forms", from: "Starter", appeal: 10, uses: 3, seconds: 120 },
  { name: "Document library", from: "Starter", appeal: 8, uses: 2, seconds: 90 },
  { name: "Dashboards", from: "Team", appeal: 12, uses: 2, seconds: 180 },
  { name: "Approvals", from: "Team", appeal: 9, uses: 4, seconds: 40 },
  { name: "Calendar sync", from: "Team", appeal: 6, uses: 1, seconds: 20 },
  { name: "Integrations", from: "Team", appeal: 5, uses: 2, seconds: 240 },
  { name: "Automations", from: "Business", appeal: 6, uses: 2, seconds: 210 },
  { name: "API", from: "Business", appeal: 3, uses: 24, seconds: 2 },
  { name: "Audit log", from: "Enterprise", appeal: 2, uses: 1, seconds: 140 },
  { name: "Forecasting", from: ADD_ON, appeal: 7, uses: 2, seconds: 320 },
];

export function featuresOf({ plan, hasAddOn }: { plan: string; hasAddOn: boolean }): Feature[] {
  return FEATURES.filter(({ from }) => (from === ADD_ON ? hasAddOn : ORDER.indexOf(from) <= ORDER.indexOf(plan)));
}
