import { addDays } from "@/lib/kernel/period";
import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along, steady } from "../tale";
import { HANA } from "../team";

/** The card failed, reminders went to a mailbox nobody read, service stopped for nine days, and a phone call brought them back. */
export function thePaymentFailure({ day, today }: Calendar): Life[] {
  return [
    {
      id: "S-08",
      name: "Emberley Pictures",
      industry: "Media",
      country: "US",
      region: "North America",
      currency: "USD",
      segment: "SMB",
      startedOn: day(12, 19),
      character: { archetype: "payment-rescued", engagement: 0.74, trend: 0, ticketsPerHundredSeats: 4 },
      tale: {
        use: along([addDays(today, -100), 0.74], [addDays(today, -84), 0.64], [addDays(today, -60), 0.78]),
        trouble: steady(1.3),
        content: along([addDays(today, -95), 0.8], [addDays(today, -75), 0.55], [addDays(today, -30), 0.82]),
        themes: ["price", "support"],
      },
      owners: [{ email: HANA }],
      people: [
        { name: "Rosa Sandoval", title: "Finance Director", role: "billing", isChampion: false },
        { name: "Milan Galanis", title: "Team Lead", role: "user", isChampion: true },
      ],
      spells: [
        {
          line: "seats",
          from: day(12, 19),
          until: addDays(today, -80),
          plan: "Team",
          interval: "month",
          quantity: 22,
          amount: 3_400,
          pastDueSince: addDays(today, -103),
          canceledOn: addDays(today, -80),
          reason: "payment failed",
        },
        { line: "seats", from: addDays(today, -71), plan: "Team", interval: "month", quantity: 22, amount: 3_400 },
      ],
      terms: [],
    },
  ];
}
