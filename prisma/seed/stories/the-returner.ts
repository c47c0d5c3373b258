import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along } from "../tale";
import { LUCAS, PRIYA } from "../team";

/** Left for a cheaper product, came back after seven months with more seats than before. */
export function theReturner({ day }: Calendar): Life[] {
  return [
    {
      id: "S-06",
      name: "Copperholm Academy",
      industry: "Education",
      country: "CA",
      region: "North America",
      currency: "USD",
      segment: "SMB",
      startedOn: day(3, 2),
      character: { archetype: "returner", engagement: 0.81, trend: 1, ticketsPerHundredSeats: 4 },
      tale: {
        use: along([day(3, 2), 0.45], [day(5, 2), 0.7], [day(15, 2), 0.66], [day(18, 11), 0.25], [day(26, 9), 0.7], [day(29, 9), 0.92]),
        trouble: along([day(19, 2), 2.4], [day(26, 9), 1.2]),
        content: along([day(12, 0), 0.72], [day(18, 11), 0.4], [day(26, 9), 0.8], [day(29, 9), 0.93]),
        themes: ["price", "missing"],
      },
      owners: [{ email: PRIYA }, { email: LUCAS, from: day(26, 9) }],
      people: [{ name: "Maeve Eastman", title: "Head of Operations", role: "decision maker", isChampion: true }],
      spells: [
        {
          line: "seats",
          from: day(3, 2),
          until: day(19, 2),
          plan: "Team",
          interval: "month",
          quantity: 24,
          amount: 3_400,
          canceledOn: day(18, 11),
          reason: "switched to another product",
        },
        { line: "seats", from: day(26, 9), plan: "Team", interval: "month", quantity: 32, amount: 3_400 },
      ],
      terms: [],
    },
  ];
}
