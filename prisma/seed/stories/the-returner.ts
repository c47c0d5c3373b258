import type { Calendar } from "../calendar";
import type { Life } from "../life";
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
