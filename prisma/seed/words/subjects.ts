import { FEATURES, type Feature } from "../features";
import type { Random } from "../random";
import type { Theme } from "./themes";

const ABOUT: Record<Theme, readonly string[]> = {
  price: [
    "Invoice shows the wrong number of seats",
    "How is a seat counted that was used for one day?",
    "VAT number missing on the invoice",
    "Change of billing address",
    "Charged twice this month",
    "Question about the price of the next plan",
  ],
  onboarding: [
    "Import of our old list stops halfway",
    "How do we invite a whole team at once?",
    "Single sign-on: user lands on an empty page",
    "Which template fits a second site?",
    "New colleague never got the invitation",
    "Roles: who may close a job?",
  ],
  reliability: [
    "{feature} does not load",
    "{feature}: error 500 when saving",
    "{feature} very slow since this morning",
    "Entries in {feature} have disappeared",
    "{feature}: sync has been stuck for hours",
    "Logged out while using {feature}",
    "{feature} shows old data",
    "App crashes when {feature} is opened",
  ],
  missing: [
    "{feature}: can it be filtered by site?",
    "{feature}: export to a spreadsheet",
    "{feature}: custom fields",
    "Is there a way to copy {feature} to another site?",
    "{feature}: separate permissions for temps",
    "{feature} and our payroll system",
  ],
  support: [
    "Second request about {feature}",
    "Nobody answered last week's ticket",
    "Please call back about {feature}",
    "Following up: {feature}",
  ],
  ease: [
    "How do I undo a change in {feature}?",
    "{feature}: where did the button go?",
    "Reset of password does not arrive",
    "Print view of {feature} cuts off the last column",
    "{feature}: wrong time zone",
    "Notifications from {feature} come twice",
  ],
};

const USUAL: readonly (readonly [Theme, number])[] = [
  ["ease", 30],
  ["reliability", 26],
  ["missing", 18],
  ["onboarding", 12],
  ["price", 10],
  ["support", 4],
];

/** What a ticket is called: mostly what everybody asks, else what this account has on its mind. */
export function subjectOf(random: Random, mind: readonly Theme[], features: readonly Feature[]): string {
  const theme = mind.length > 0 && random.chance(0.5) ? random.pick(mind) : random.weighted(USUAL);
  return random.pick(ABOUT[theme]).replace("{feature}", random.pick(features.length > 0 ? features : FEATURES).name);
}
