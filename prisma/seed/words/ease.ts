import type { Words } from "./sentences";

export const ease: Words = {
  good: {
    begin: [
      "My crew took to {feature} at once:",
      "I am not a technical person, but",
      "New colleagues need ten minutes, then",
      "What used to take a morning is done by nine:",
      "{feature} feels as if somebody had watched us work:",
      "On the phone or at the desk,",
      "Even with gloves on,",
      "After one look at {feature}",
      "For somebody who hates computers,",
    ],
    end: [
      "it is plain what to do next.",
      "nobody needs a manual.",
      "two taps and the job is closed.",
      "everything is where one looks for it.",
      "it stays out of the way.",
      "the screen says what matters and nothing else.",
      "I can see my whole week at a glance.",
      "the next step is always where my thumb is.",
      "I get more done before lunch.",
    ],
  },
  bad: {
    begin: [
      "{feature}",
      "Closing a simple job in {feature}",
      "Finding last week's entries",
      "The menu around {feature}",
      "Changing a shift",
      "Correcting a mistake in {feature}",
      "Sharing a report with somebody outside",
    ],
    end: [
      "takes seven clicks where two would do.",
      "is something only one person here knows how to do.",
      "changed place again with the last release.",
      "makes me enter the same thing twice.",
      "looks different on every device.",
      "is easier on paper.",
      "costs me more time than the job itself.",
    ],
  },
};
