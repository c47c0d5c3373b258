import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { steady } from "../tale";
import { KWAME } from "../team";

/** Four seats since the first month, never a question, every survey a ten. Small money, and the best reference there is. */
export function theLoyalSmallOne({ day }: Calendar): Life[] {
  return [
    {
      id: "S-12",
      name: "Wrencombe Provisions",
      industry: "Retail",
      country: "IE",
      region: "Europe",
      currency: "EUR",
      segment: "SMB",
      startedOn: day(0, 0),
      character: { archetype: "loyal-small", engagement: 0.97, trend: 0, ticketsPerHundredSeats: 1 },
      tale: { use: steady(0.95), trouble: steady(0), content: steady(1), themes: ["ease"], filled: 1 },
      owners: [{ email: KWAME }],
      people: [{ name: "Saoirse Keogh", title: "Head of Operations", role: "decision maker", isChampion: true }],
      spells: [{ line: "seats", from: day(0, 0), plan: "Starter", interval: "month", quantity: 4, amount: 1_900 }],
      terms: [],
    },
  ];
}
