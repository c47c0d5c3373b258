import { addDays, addMonths } from "@/lib/kernel/period";
import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along } from "../tale";
import { MARGUERITE, PRIYA } from "../team";

/** The largest customer signed 24 days after its contract had run out, while the executives met twice; service never stopped. */
export function theWhaleThatRenewedLate({ today, day }: Calendar): Life[] {
  const due = `${addMonths(`${today.slice(0, 7)}-01`, -3).slice(0, 7)}-10`;
  const from = addMonths(due, -24);
  const middle = addMonths(due, -12);
  return [
    {
      id: "S-13",
      name: "Umberfield Grid",
      industry: "Energy",
      country: "US",
      region: "North America",
      currency: "USD",
      segment: "Enterprise",
      startedOn: from,
      character: { archetype: "late-whale", engagement: 0.72, trend: 1, ticketsPerHundredSeats: 8 },
      tale: {
        use: along([from, 0.5], [addDays(from, 60), 0.7]),
        trouble: along([addDays(due, -60), 0.5], [addDays(due, -15), 1.1], [addDays(due, 40), 0.5]),
        content: along([addDays(due, -80), 0.77], [addDays(due, 4), 0.5], [addDays(due, 50), 0.8]),
        themes: ["price", "support"],
      },
      owners: [{ email: PRIYA }, { email: MARGUERITE, from: day(24, 0) }],
      people: [
        { name: "Isaac Vance", title: "Chief Operating Officer", role: "decision maker", isChampion: false },
        { name: "Wanjiru Kamara", title: "Programme Manager", role: "user", isChampion: true },
        { name: "Olek Kowalik", title: "Systems Administrator", role: "administrator", isChampion: false },
        { name: "Beatriz Reyes", title: "Finance Director", role: "billing", isChampion: false },
      ],
      spells: [
        { line: "seats", from, until: middle, plan: "Enterprise", interval: "year", quantity: 720, amount: 44_500 },
        { line: "seats", from: middle, until: due, plan: "Enterprise", interval: "year", quantity: 860, amount: 44_500 },
        { line: "seats", from: due, plan: "Enterprise", interval: "year", quantity: 900, amount: 44_500 },
      ],
      terms: [
        { dueOn: middle, value: 720 * 44_500, months: 12, renewedOn: addDays(middle, -12), renewedValue: 860 * 44_500, renewedMonths: 12 },
        { dueOn: due, value: 860 * 44_500, months: 12, renewedOn: addDays(due, 24), renewedValue: 900 * 44_500, renewedMonths: 12 },
        { dueOn: addMonths(due, 12), value: 900 * 44_500, months: 12 },
      ],
    },
  ];
}
