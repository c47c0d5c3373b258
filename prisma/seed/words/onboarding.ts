import type { Words } from "./sentences";

export const onboarding: Words = {
  good: {
    begin: [
      "From the kick-off to the first real day,",
      "Thanks to the training sessions,",
      "With the templates you sent,",
      "Although our data was a mess,",
      "Two weeks after signing,",
      "Because somebody walked us through it,",
      "With one call a week,",
      "By the end of the trial,",
      "When the second site followed,",
    ],
    end: [
      "everybody knew what to do.",
      "the night shift was up and running.",
      "we had our first site live.",
      "even the sceptics had logged in.",
      "we were further than planned.",
      "moving over took a weekend, not a quarter.",
      "nobody missed the spreadsheets.",
      "the foremen were training each other.",
      "we had a plan for every shift.",
      "I could go on holiday without a worry.",
    ],
  },
  bad: {
    begin: [
      "The setup",
      "Getting our sites configured",
      "The introduction for new colleagues",
      "Moving our old records over",
      "The training material",
      "The kick-off",
      "Bringing the second team on board",
      "The first month",
    ],
    end: [
      "has been moved twice and still is not done.",
      "took far longer than we were promised.",
      "left half of my people behind.",
      "assumes that one has an administrator with time.",
      "never reached the people on the floor.",
      "was a list of videos nobody watched.",
      "still needs somebody from your side.",
      "ended before we had seen anything useful.",
    ],
  },
};
