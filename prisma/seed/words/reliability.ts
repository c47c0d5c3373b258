import type { Words } from "./sentences";

export const reliability: Words = {
  good: {
    begin: [
      "In the middle of our busiest week,",
      "On the old tablets in the workshop,",
      "Even from the basement,",
      "Month after month,",
      "Since the last release,",
      "With three hundred orders open,",
      "Through the whole season,",
      "On a bad line in the yard,",
      "While the old server room was being moved,",
    ],
    end: [
      "it simply works.",
      "not one record went missing.",
      "it loads before I have sat down.",
      "we have not had a single outage.",
      "the app syncs without a hiccup.",
      "I never think about whether it is up.",
      "it is the most dependable thing we run.",
      "nobody had to call anybody.",
      "the numbers are there when I need them.",
      "it has never let us down.",
    ],
  },
  bad: {
    begin: [
      "Since the update the mobile app",
      "The overnight sync",
      "{feature} on a slow line",
      "Twice this month the system",
      "Every Monday morning {feature}",
      "The export of larger lists",
      "After the last release {feature}",
      "On our tablets {feature}",
    ],
    end: [
      "hangs for minutes and then forgets what was typed.",
      "was gone for most of a working day.",
      "loses entries, and nobody can tell us which.",
      "shows yesterday's numbers until somebody reloads it.",
      "logs people out in the middle of a job.",
      "throws an error that means nothing to anybody here.",
      "has become so slow that the crew went back to paper.",
      "sends the same notification four times.",
    ],
  },
};
