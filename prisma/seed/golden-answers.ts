import type { RowOf } from "@/lib/imports/registry";
import { day, id } from "./golden-records";

type Answer = RowOf<"survey-responses">;

const PEOPLE = { Ann: "Anchor", Gus: "Grower", Gia: "Grower", Lee: "Leaver", Ute: "Euro" } as const;
const person = (name: keyof typeof PEOPLE) => `${id(PEOPLE[name])} ${name}`;

export const contacts: RowOf<"contacts">[] = (Object.keys(PEOPLE) as (keyof typeof PEOPLE)[]).map((name) => ({
  externalId: person(name),
  account: id(PEOPLE[name]),
  name,
  isChampion: name === "Ann" || name === "Gus",
}));

function by(name: keyof typeof PEOPLE, kind: Answer["kind"], score: bigint | null, on: string, comment?: string): Answer {
  return {
    externalId: `${person(name)} ${kind} ${on}`,
    account: id(PEOPLE[name]),
    contact: person(name),
    kind,
    score,
    comment,
    answeredAt: day(`2024-${on}`),
  };
}

/** By nobody, and where no account is named, of nobody. */
function anonymous(
  kind: Answer["kind"],
  score: bigint,
  on: string,
  rest: { account?: string; scale?: bigint; comment?: string } = {},
): Answer {
  return { externalId: `G-00 ${kind} ${on}`, kind, score, answeredAt: day(`2024-${on}`), ...rest };
}

export const answers: Answer[] = [
  by("Ann", "nps", 9n, "03-05"),
  by("Ann", "nps", 10n, "03-20", "G-01 would not do without it."),
  by("Gus", "nps", 8n, "03-10"),
  by("Gia", "nps", 3n, "03-11", "G-02 waits for answers too long."),
  by("Lee", "nps", 6n, "03-12", "G-04 finds it too expensive."),
  by("Ute", "nps", null, "03-13"),
  anonymous("nps", 9n, "03-14", { account: id("Shrinker") }),
  anonymous("nps", 10n, "03-15"),
  by("Lee", "nps", 2n, "04-02"),
  by("Ann", "csat", 5n, "03-06"),
  by("Gus", "csat", 4n, "03-07"),
  by("Lee", "csat", 2n, "03-13"),
  anonymous("csat", 3n, "03-16", { comment: "G-00 did not say who it was." }),
  by("Ann", "ces", 7n, "03-08"),
  by("Gus", "ces", 6n, "03-09"),
  by("Lee", "ces", 3n, "03-14"),
  by("Ute", "ces", 5n, "03-15"),
  anonymous("ces", 5n, "03-17", { account: id("Pair"), scale: 5n }),
];

/**
 * March. NPS: Ann's latest 10 and the two anonymous ones promote, Gus does not mind, Gia and Lee detract, Ute did not answer: 100 × (3 − 2) ÷ 6.
 * CSAT, with the marks of two tickets: 5, 4, 2, 3, 5 and 4, four of six satisfied, 23 by six. CES: 7, 6, 3 and 5, 21 by four, three of them easy; the answer
 * of five points is in neither. Answers given: seven, six and five.
 */
export const answerValues = {
  "net-promoter-score": 100 / 6,
  "customer-satisfaction-score": 4 / 6,
  "customer-satisfaction-mean": 23 / 6,
  "customer-effort-score": 21 / 4,
  "easy-share": 3 / 4,
  "survey-responses": 18,
};
