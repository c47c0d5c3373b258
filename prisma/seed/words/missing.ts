import type { Words } from "./sentences";

export const missing: Words = {
  good: {
    begin: [
      "{feature} is exactly what we were missing:",
      "We asked for a change in {feature} and got it:",
      "{feature} turned out to be the best part:",
      "I did not expect to use {feature} at all:",
      "The new version of {feature} convinced the team:",
      "Since we switched {feature} on:",
      "My favourite is {feature}:",
      "A colleague showed me {feature} and that was that:",
    ],
    end: [
      "we closed three spreadsheets that week.",
      "the morning meeting is half as long.",
      "nobody has to ask who is doing what.",
      "our auditors were happy for once.",
      "it saves me an hour a day.",
      "handovers finally leave a trace.",
      "even head office looks at it now.",
      "the phone rings less.",
      "the new people learn from it.",
      "we found two jobs nobody had billed.",
    ],
  },
  bad: {
    begin: [
      "{feature}",
      "The way {feature} is built today",
      "The {feature} page",
      "For a multi-site company {feature}",
      "For our purposes {feature}",
      "As it stands, {feature}",
    ],
    end: [
      "stops just short of what we need.",
      "cannot be filtered by site, so we export and count by hand.",
      "has been on your roadmap for a year.",
      "does not talk to our payroll system.",
      "lacks the permissions our works council asks for.",
      "forces us to keep the old tool beside it.",
      "is missing the one report our customers want.",
      "does nothing on a public holiday, which is when we need it.",
    ],
  },
};
