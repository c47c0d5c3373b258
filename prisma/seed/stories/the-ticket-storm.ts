import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along } from "../tale";
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
      tale: {
        use: along([day(7, 4), 0.5], [day(8, 4), 0.82], [day(29, 20), 0.8], [day(31, 4), 0.3]),
        trouble: along([day(29, 2), 1.6], [day(29, 8), 46], [day(30, 12), 40], [day(30, 22), 9]),
        content: along([day(29, 2), 0.76], [day(29, 16), 0.3], [day(30, 16), 0.08]),
        themes: ["reliability", "reliability", "support"],
      },
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
