import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { KWAME } from "../team";

/** A bad release in the spring, six weeks of tickets, and a cancellation nobody could stop. */
export function theTicketStorm({ day }: Calendar): Life[] {
  return [
    {
      id: "S-02",
      name: "Fallowgate Parcel",
      industry: "Logistics",
      country: "GB",
      region: "Europe",
      currency: "GBP",
      segment: "Mid-market",
      startedOn: day(7, 4),
      character: { archetype: "ticket-storm", engagement: 0.66, trend: -1, ticketsPerHundredSeats: 46 },
      owners: [{ email: KWAME }],
      people: [
        { name: "Fiona Hadley", title: "Chief Operating Officer", role: "decision maker", isChampion: true },
        { name: "Yusuf Rahimi", title: "Systems Administrator", role: "administrator", isChampion: false },
        { name: "Petra Cerny", title: "Team Lead", role: "user", isChampion: false },
      ],
      spells: [
        { line: "seats", from: day(7, 4), until: day(19, 4), plan: "Team", interval: "month", quantity: 90, amount: 2_600 },
        {
          line: "seats",
          from: day(19, 4),
          until: day(31, 4),
          plan: "Team",
          interval: "month",
          quantity: 118,
          amount: 2_600,
          canceledOn: day(30, 18),
          reason: "support",
        },
      ],
      terms: [],
    },
  ];
}
