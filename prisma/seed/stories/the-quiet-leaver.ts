import { addDays, addMonths } from "@/lib/kernel/period";
import type { Calendar } from "../calendar";
import type { Life } from "../life";
import { along, steady } from "../tale";
import { PRIYA } from "../team";

/** No complaint, no ticket, a little less use each month; the notice arrived three weeks ago and the year ends next month. */
export function theQuietLeaver({ today }: Calendar): Life[] {
  const ends = `${addDays(today, 30).slice(0, 7)}-18`;
  const from = addMonths(ends, -36);
  const raised = addMonths(from, 12);
  const again = addMonths(from, 24);
  return [
    {
      id: "S-01",
      name: "Hollincroft Castings",
      industry: "Manufacturing",
      country: "US",
      region: "North America",
      currency: "USD",
      segment: "Mid-market",
      startedOn: from,
      character: { archetype: "quiet-leaver", engagement: 0.14, trend: -1, ticketsPerHundredSeats: 0 },
      tale: {
        use: along(
          [from, 0.5],
          [addMonths(from, 2), 0.85],
          [addDays(today, -210), 0.8],
          [addDays(today, -120), 0.34],
          [addDays(today, -30), 0.08],
        ),
        trouble: steady(0),
        content: along([from, 0.78], [addDays(today, -200), 0.66]),
        themes: ["ease"],
        silentFrom: addDays(today, -130),
      },
      owners: [{ email: PRIYA }],
      people: [
        { name: "Edith Macready", title: "Head of Operations", role: "decision maker", isChampion: true },
        { name: "Goran Jansky", title: "IT Manager", role: "administrator", isChampion: false },
      ],
      spells: [
        { line: "seats", from, until: raised, plan: "Business", interval: "year", quantity: 78, amount: 46_600 },
        {
          line: "seats",
          from: raised,
          until: ends,
          plan: "Business",
          interval: "year",
          quantity: 84,
          amount: 46_600,
          canceledOn: addDays(today, -21),
          reason: "not adopted",
        },
      ],
      terms: [
        { dueOn: raised, value: 78 * 46_600, months: 12, renewedOn: addDays(raised, -30), renewedValue: 84 * 46_600, renewedMonths: 12 },
        { dueOn: again, value: 84 * 46_600, months: 12, renewedOn: addDays(again, -9), renewedValue: 84 * 46_600, renewedMonths: 12 },
        { dueOn: ends, value: 84 * 46_600, months: 12, declinedOn: addDays(today, -21) },
      ],
    },
  ];
}
