import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along } from "../tale";
import { KWAME } from "../team";

/** The price rose by a fifth at once; two months later they were on the smaller plan with fewer seats. */
export function thePriceShock({ day }: Calendar): Life[] {
  return [
    {
      id: "S-05",
      name: "Saffronby Kitchens",
      industry: "Hospitality",
      country: "FR",
      region: "Europe",
      currency: "EUR",
      segment: "Mid-market",
      startedOn: day(5, 14),
      character: { archetype: "price-shock", engagement: 0.55, trend: 0, ticketsPerHundredSeats: 5 },
      tale: {
        use: along([day(29, 14), 0.64], [day(31, 14), 0.45]),
        trouble: along([day(29, 1), 1.4], [day(29, 20), 5], [day(32, 0), 2]),
        content: along([day(29, 6), 0.8], [day(29, 18), 0.24], [day(31, 14), 0.3], [day(35, 0), 0.5]),
        themes: ["price"],
      },
      owners: [{ email: KWAME }],
      people: [
        { name: "Camille Fontaine", title: "Finance Director", role: "decision maker", isChampion: false },
        { name: "Pascal Lacroix", title: "Team Lead", role: "user", isChampion: true },
      ],
      spells: [
        { line: "seats", from: day(5, 14), until: day(29, 14), plan: "Business", interval: "month", quantity: 70, amount: 4_400 },
        { line: "seats", from: day(29, 14), until: day(31, 14), plan: "Business", interval: "month", quantity: 70, amount: 5_300 },
        { line: "seats", from: day(31, 14), plan: "Team", interval: "month", quantity: 48, amount: 3_400 },
      ],
      terms: [],
    },
  ];
}
