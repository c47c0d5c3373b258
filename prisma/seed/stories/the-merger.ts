import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along, steady } from "../tale";
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
      tale: {
        use: along([day(1, 5), 0.5], [day(3, 5), 0.68], [merged, 0.7], [day(30, 0), 0.82]),
        trouble: along([day(27, 10), 1.3], [merged, 6], [day(29, 10), 1.5]),
        content: along([day(27, 20), 0.8], [day(28, 14), 0.6], [day(30, 0), 0.82]),
        themes: ["onboarding", "missing"],
      },
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
      tale: {
        use: along([day(9, 20), 0.4], [day(11, 0), 0.6], [day(27, 3), 0.5], [merged, 0.12]),
        trouble: steady(1.2),
        content: along([day(26, 0), 0.74], [merged, 0.55]),
        themes: ["onboarding"],
      },
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
