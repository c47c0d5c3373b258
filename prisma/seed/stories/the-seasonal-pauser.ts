import { addMonths } from "@/lib/kernel/period";
import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { steady } from "../tale";
import { LUCAS } from "../team";

/** A ski hotel group: pauses every May and is back every November. */
export function theSeasonalPauser({ today, day }: Calendar): Life[] {
  const from = day(1, 2);
  const years = [0, 1, 2, 3].map((year) => `${Number(from.slice(0, 4)) + year}-05-01`);
  const pauses = years.filter((start) => start > from && start <= today).map((start) => ({ from: start, until: addMonths(start, 6) }));
  return [
    {
      id: "S-11",
      name: "Juniperstead Hotels",
      industry: "Hospitality",
      country: "CA",
      region: "North America",
      currency: "USD",
      segment: "SMB",
      startedOn: from,
      character: { archetype: "seasonal-pauser", engagement: 0.85, trend: 0, ticketsPerHundredSeats: 3 },
      tale: { use: steady(0.82), trouble: steady(1.1), content: steady(0.84), themes: ["missing"] },
      owners: [{ email: LUCAS }],
      people: [{ name: "Ingrid Sorensen", title: "Head of Operations", role: "decision maker", isChampion: true }],
      spells: [{ line: "seats", from, plan: "Team", interval: "month", quantity: 30, amount: 3_400, pauses }],
      terms: [],
    },
  ];
}
