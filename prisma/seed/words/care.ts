/** What the team writes down of a touch: by how it went, or that nobody answered. */
export const TOUCHES = {
  warm: [
    "Went through the last quarter's figures; they are pleased and want to show it to another department.",
    "Regular call. Two questions about exports, answered on the spot.",
    "They asked for the roadmap; sent it, and noted which of it they wait for.",
    "Reviewed the goals we wrote down together: two reached, one on the way.",
    "Showed the new reports. They will try them with the team next week.",
    "Short check-in, all well. Agreed to speak again next month.",
    "Helped to set up a new team of theirs; done in half an hour.",
  ],
  cool: [
    "They use it less than planned; agreed on a training for the team.",
    "Talked about what is missing for them. Two wishes passed on to the product team.",
    "Short call, they were in a hurry. Wants to see more value before the renewal.",
    "Some grumbling about the last weeks; promised to come back with answers.",
    "New people on their side who do not know the product. Offered an introduction.",
  ],
  cold: [
    "Hard call. They do not see what they pay for; asked who decides and got no clear answer.",
    "They are looking at other products and said so openly.",
    "Complaints about the same things as last time. They expect a plan from us by Friday.",
    "The sponsor did not join, only the administrator. Nothing was agreed.",
  ],
  unanswered: [
    "Asked for a date for the review. No answer yet.",
    "Sent the summary of their use and offered a call.",
    "Followed up on the last mail.",
    "Left a message, nobody called back.",
    "Invited them to the webinar on reports.",
    "Tried the decision maker directly.",
  ],
  kickOff: ["Kick-off: goals, people and dates written down.", "First meeting with the whole team of theirs; the plan stands."],
} as const;

/** Why an account is felt to be where it is. */
export const PULSES: readonly (readonly string[])[] = [
  ["I expect to lose them.", "Nobody there speaks up for us any more."],
  ["I am worried: little use, few answers.", "They are unhappy and say so."],
  ["Could go either way.", "Neither warm nor cold; the next review will tell."],
  ["Good, with a wish or two open.", "Reliable; use is steady."],
  ["They would recommend us.", "Could not be better."],
];
