import type { Words } from "./sentences";

export const support: Words = {
  good: {
    begin: [
      "Whoever answers your chat",
      "The support team",
      "Our contact at your company",
      "The person who took my call",
      "Your help desk",
      "The engineer you put on it",
      "The colleague who stayed on late",
      "Your team in the early shift",
    ],
    end: [
      "knew our setup without asking twice.",
      "solved it before my coffee was cold.",
      "went through it with me step by step.",
      "had a workaround ready and told us when the fix came.",
      "was honest about what could not be done.",
      "actually read what I had written.",
      "is the reason we stay.",
      "took the time to explain why it had happened.",
      "made my Monday.",
      "called back the next day to see if it still worked.",
    ],
  },
  bad: {
    begin: [
      "The help we got from your side",
      "The answer to our urgent ticket",
      "Every reply we get",
      "What we were told on chat",
      "Our third ticket on the same thing",
      "The escalation",
    ],
    end: [
      "was a link to an article we had already read.",
      "came after the shift it was meant for.",
      "asked for the same screenshots again.",
      "closed the case before anything was fixed.",
      "passed us on until nobody felt responsible.",
      "promised a call that never came.",
      "took four days for a yes or no.",
      "sounded as if nobody had looked at our account.",
    ],
  },
};
