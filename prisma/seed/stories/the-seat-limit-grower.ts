import type { Calendar } from "../calendar";
import type { Life, Spell } from "../life";
import { steady } from "../tale";
import { HANA } from "../team";

/** Every two months all seats are taken and ten more are bought: from 20 to 190 and still at the limit. */
export function theSeatLimitGrower({ day }: Calendar): Life[] {
  const steps = Array.from({ length: 18 }, (_, step) => step);
  const spells = steps.map((step): Spell => {
    const ends = step === steps.length - 1 ? {} : { until: day(2 * step + 2, 8) };
    return {
      line: "seats",
      from: day(2 * step, 8),
      ...ends,
      plan: step < 6 ? "Team" : "Business",
      interval: "month",
      quantity: 20 + 10 * step,
      amount: step < 6 ? 3_400 : 4_400,
    };
  });
  return [
    {
      id: "S-04",
      name: "Larkridge Turbines",
      industry: "Energy",
      country: "AU",
      region: "Asia Pacific",
      currency: "USD",
      segment: "Mid-market",
      startedOn: day(0, 8),
      character: { archetype: "seat-limit-grower", engagement: 0.98, trend: 1, ticketsPerHundredSeats: 6 },
      tale: {
        use: steady(0.3),
        trouble: steady(1.4),
        content: steady(0.87),
        themes: ["missing", "price"],
        filled: 0.97,
      },
      owners: [{ email: HANA }],
      people: [
        { name: "Thandi Marais", title: "Head of Operations", role: "decision maker", isChampion: true },
        { name: "Kaito Iwata", title: "IT Manager", role: "administrator", isChampion: false },
      ],
      spells,
      terms: [],
    },
  ];
}
