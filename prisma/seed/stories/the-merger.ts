import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { SOFIA, TOBIAS } from "../team";

/** One customer bought another: the smaller one's subscription ended on the day the larger one's grew by its seats. */
export function theMerger({ day }: Calendar): Life[] {
  const merged = day(28, 0);
  const shared = { industry: "Manufacturing", country: "DE", region: "Europe", currency: "EUR", segment: "Mid-market" } as const;
  return [
    {
      ...shared,
      terms: [],
      id: "S-09",
      name: "Osterdale Tooling",
      startedOn: day(1, 5),
      character: { archetype: "merger-acquirer", engagement: 0.7, trend: 1, ticketsPerHundredSeats: 7 },
      owners: [{ email: SOFIA }, { email: TOBIAS, from: merged }],
      people: [
        { name: "Ulrike Bergstrand", title: "Chief Operating Officer", role: "decision maker", isChampion: true },
        { name: "Linus Zeller", title: "IT Manager", role: "administrator", isChampion: false },
      ],
      spells: [
        { line: "seats", from: day(1, 5), until: merged, plan: "Business", interval: "quarter", quantity: 95, amount: 12_700 },
        { line: "seats", from: merged, plan: "Business", interval: "quarter", quantity: 135, amount: 12_700 },
      ],
    },
    {
      ...shared,
      terms: [],
      id: "S-10",
      name: "Quillford Castings",
      startedOn: day(9, 20),
      character: { archetype: "merger-acquired", engagement: 0.5, trend: -1, ticketsPerHundredSeats: 5 },
      owners: [{ email: SOFIA }],
      people: [{ name: "Jana Dalgaard", title: "Head of Operations", role: "decision maker", isChampion: true }],
      spells: [
        {
          line: "seats",
          from: day(9, 20),
          until: merged,
          plan: "Team",
          interval: "month",
          quantity: 44,
          amount: 3_400,
          canceledOn: day(27, 3),
          reason: "merged with another company",
        },
      ],
    },
  ];
}
