import { addDays } from "@/lib/kernel/period";
import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along, steady } from "../tale";
import { SOFIA } from "../team";

/** Signed eleven weeks ago, the kick-off was moved twice, and not one seat has been used. */
export function theStuckOnboarding({ today }: Calendar): Life[] {
  const from = addDays(today, -77);
  return [
    {
      id: "S-07",
      name: "Thistlewick Clinics",
      industry: "Healthcare",
      country: "US",
      region: "North America",
      currency: "USD",
      segment: "Enterprise",
      startedOn: from,
      character: { archetype: "stuck-onboarding", engagement: 0, trend: 0, ticketsPerHundredSeats: 3 },
      tale: {
        use: steady(0),
        trouble: steady(0.8),
        content: along([from, 0.6], [today, 0.28]),
        themes: ["onboarding"],
        filled: 0.06,
      },
      owners: [{ email: SOFIA }],
      people: [
        { name: "Adaeze Whitlock", title: "Chief Operating Officer", role: "decision maker", isChampion: true },
        { name: "Stefan Bekker", title: "IT Manager", role: "administrator", isChampion: false },
        { name: "Noor Quennell", title: "Programme Manager", role: "user", isChampion: false },
      ],
      spells: [{ line: "seats", from, plan: "Enterprise", interval: "year", quantity: 160, amount: 52_000 }],
      terms: [{ dueOn: addDays(from, 365), value: 160 * 52_000, months: 12 }],
    },
  ];
}
