import type { Words } from "./sentences";

export const price: Words = {
  good: {
    begin: [
      "For what we pay,",
      "Compared with the tool we had before,",
      "Even on a small budget,",
      "Now that the whole crew is on it,",
      "After a year of invoices,",
      "Measured in hours saved,",
      "With the yearly plan,",
      "Given what downtime costs us,",
      "For a team like ours,",
    ],
    end: [
      "the value is easy to show.",
      "it has paid for itself twice over.",
      "our finance director has stopped asking questions.",
      "the price feels fair.",
      "I would buy it again tomorrow.",
      "nothing else came close.",
      "every seat earns its money.",
      "it is money well spent.",
      "I have no quarrel with the bill.",
      "it was the cheapest decision of the year.",
    ],
  },
  bad: {
    begin: [
      "The last price increase",
      "What we pay for each seat",
      "The renewal quote",
      "The new invoice",
      "The cost of seats we do not fill",
      "The step to the next plan",
      "This quarter's bill",
      "The price of the add-on",
    ],
    end: [
      "is hard to defend in our budget round.",
      "came without any warning.",
      "no longer matches what we get out of it.",
      "has our finance director asking for alternatives.",
      "hurts a company of our size.",
      "is the only reason this is not a higher score.",
      "made us call two competitors last week.",
      "went up by more than our own revenue did.",
    ],
  },
};
