import { addDays, addMonths } from "@/lib/kernel/period";
import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along, steady } from "../tale";
import { PRIYA, SOFIA } from "../team";

/** Bought by one enthusiast who changed jobs four months ago. The successor has not signed in, and the renewal is near. */
export function theChampionWhoLeft({ today, day }: Calendar): Life[] {
  const from = addMonths(`${addDays(today, 55).slice(0, 7)}-15`, -24);
  const raised = addMonths(from, 12);
  const due = addMonths(from, 24);
  const gone = addDays(today, -118);
  return [
    {
      id: "S-03",
      name: "Vespermere Mutual",
      industry: "Financial services",
      country: "US",
      region: "North America",
      currency: "USD",
      segment: "Enterprise",
      startedOn: from,
      character: { archetype: "champion-left", engagement: 0.38, trend: -1, ticketsPerHundredSeats: 2 },
      tale: {
        use: along([from, 0.5], [addDays(from, 50), 0.84], [gone, 0.82], [addDays(gone, 60), 0.34]),
        trouble: steady(0.5),
        content: along([gone, 0.86], [addDays(gone, 60), 0.55]),
        themes: ["onboarding", "ease"],
        silentFrom: gone,
      },
      owners: [{ email: SOFIA }, { email: PRIYA, from: day(29, 9) }],
      people: [
        {
          name: "Josephine Calloway",
          title: "Programme Manager (left the company)",
          role: "former champion",
          isChampion: true,
          leftOn: gone,
        },
        { name: "Rafael Underhill", title: "Programme Manager", role: "user", isChampion: false },
        { name: "Helena Thorne", title: "Finance Director", role: "billing", isChampion: false },
      ],
      spells: [
        { line: "seats", from, until: raised, plan: "Enterprise", interval: "year", quantity: 210, amount: 51_000 },
        { line: "seats", from: raised, plan: "Enterprise", interval: "year", quantity: 240, amount: 51_000 },
      ],
      terms: [
        { dueOn: raised, value: 210 * 51_000, months: 12, renewedOn: addDays(raised, -40), renewedValue: 240 * 51_000, renewedMonths: 12 },
        { dueOn: due, value: 240 * 51_000, months: 12 },
      ],
    },
  ];
}
