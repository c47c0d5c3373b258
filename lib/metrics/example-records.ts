import type { Example, ExampleRecords } from "@/lib/metrics/definition";

/** Three people in two accounts, and a machine that nobody is named for. */
export const USE_OF_MARCH: ExampleRecords = {
  accounts: [
    { externalId: "Harbor", name: "Harbor" },
    { externalId: "Lantern", name: "Lantern" },
  ],
  usage: [
    { account: "Harbor", user: "ana", feature: "reports", at: "2024-03-04" },
    { account: "Harbor", user: "ana", feature: "export", at: "2024-03-05" },
    { account: "Harbor", user: "ben", feature: "reports", at: "2024-03-04", count: 3 },
    { account: "Lantern", user: "ana", feature: "reports", at: "2024-03-31" },
    { account: "Lantern", feature: "sync", at: "2024-03-10", count: 40 },
  ],
};

/** Five people were asked how easy it was: 4, 5, 6, 7 and 7. */
export const FIVE_EFFORTS: ExampleRecords = {
  "survey-responses": [4, 5, 6, 7, 7].map((score, index) => ({
    externalId: `a${index + 1}`,
    kind: "ces",
    score,
    answeredAt: "2024-03-04",
  })),
};

/** Offers of one month, whose windows are over by the middle of May. */
export const OFFERS_OF_MARCH: ExampleRecords = {
  offers: [
    { externalId: "o1", account: "Harbor", kind: "upsell", presentedAt: "2024-03-01", acceptedAt: "2024-03-02" },
    { externalId: "o2", account: "Harbor", kind: "cross_sell", presentedAt: "2024-03-10", declinedAt: "2024-03-12" },
    { externalId: "o3", account: "Lantern", kind: "upsell", presentedAt: "2024-03-10", acceptedAt: "2024-05-02" },
  ],
};

/** People who signed up before, in and after a month, some of whom took the product up. */
export const SIGN_UPS_OF_MARCH: ExampleRecords = {
  accounts: [
    { externalId: "Harbor", name: "Harbor" },
    { externalId: "Lantern", name: "Lantern" },
  ],
  users: [
    { externalId: "ana", account: "Harbor", signedUpAt: "2024-03-02", activatedAt: "2024-03-05" },
    { externalId: "ben", account: "Harbor", signedUpAt: "2024-03-10" },
    { externalId: "cy", account: "Lantern", signedUpAt: "2024-03-20", activatedAt: "2024-04-18" },
    { externalId: "dee", account: "Lantern", signedUpAt: "2024-01-01", activatedAt: "2024-03-03" },
  ],
};

/** Two tickets: one solved after 2 hours; one after 6, which came back and was solved for good after 36. */
export const TWO_TICKETS: ExampleRecords = {
  accounts: [{ externalId: "harbor", name: "Harbor" }],
  tickets: [
    { externalId: "T-1", account: "harbor", createdAt: "2024-03-01T08:00", solvedAt: "2024-03-01T10:00" },
    { externalId: "T-2", account: "harbor", createdAt: "2024-03-02T00:00", solvedAt: "2024-03-02T06:00" },
  ],
  "ticket-events": [
    { ticket: "T-2", type: "reopened", at: "2024-03-03T00:00" },
    { ticket: "T-2", type: "solved", at: "2024-03-03T12:00" },
  ],
};

/** Tickets solved once each, one of which took far longer than the rest. */
export const TICKETS_OF_MARCH: ExampleRecords = {
  accounts: [{ externalId: "harbor", name: "Harbor" }],
  tickets: [
    { externalId: "T-1", account: "harbor", createdAt: "2024-03-01T08:00", solvedAt: "2024-03-01T10:00" },
    { externalId: "T-2", account: "harbor", createdAt: "2024-03-02T00:00", solvedAt: "2024-03-02T03:00" },
    { externalId: "T-3", account: "harbor", createdAt: "2024-03-03T00:00", solvedAt: "2024-03-03T05:00" },
    { externalId: "T-4", account: "harbor", createdAt: "2024-03-04T00:00", solvedAt: "2024-03-04T08:00" },
    { externalId: "T-5", account: "harbor", createdAt: "2024-03-05T00:00", solvedAt: "2024-03-08T10:00" },
  ],
};

/** Three customers that were asked whether they would recommend us; their scores are made of that alone. */
export const THREE_OPINIONS: Pick<Example, "accounts" | "records" | "weights"> = {
  accounts: [
    ["Harbor", 10_000, 10_000],
    ["Lantern", 6_000, 9_000],
    ["Quarry", 8_000, 5_000],
  ],
  records: {
    "survey-responses": [
      { externalId: "a1", account: "Harbor", kind: "nps", score: 10, answeredAt: "2024-03-04" },
      { externalId: "a2", account: "Lantern", kind: "nps", score: 10, answeredAt: "2024-03-05" },
      { externalId: "a3", account: "Quarry", kind: "nps", score: 0, answeredAt: "2024-03-06" },
    ],
  },
  weights: { sentiment: 1 },
};
