/** What follows the point, in the mood it was made in. */
export const CLOSERS = {
  delighted: [
    "Keep going like this.",
    "I have told two other companies about you.",
    "Please never sell it to a large group.",
    "Best purchase of the year for us.",
    "Thank you.",
    "My team would riot if we took it away.",
    "We will add seats in the new year.",
  ],
  fine: [
    "Still room to grow, but we are happy.",
    "A few rough edges remain.",
    "No complaints from the floor.",
    "It does what it says.",
    "Would like to see more of that.",
  ],
  lukewarm: [
    "Otherwise it is fine.",
    "We can live with it for now.",
    "The rest works well.",
    "I hope that changes with the next release.",
    "Not a reason to leave, but a reason to grumble.",
    "Happy to explain on a call.",
  ],
  angry: [
    "We are looking at alternatives.",
    "I cannot recommend this to anybody at the moment.",
    "If this goes on we will not renew.",
    "My patience is used up.",
    "This was raised before, and nothing happened.",
    "Please have somebody call me who can decide something.",
    "It is a shame, because it used to be good.",
  ],
} as const;

export type Mood = keyof typeof CLOSERS;
