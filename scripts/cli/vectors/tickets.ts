import { z } from "zod";
import { type Book, instant } from "./book";
import { readings } from "./reading";
import { inScratch } from "./scratch";
import { Period, spanOf } from "./span";
import { type Adapter, adapter, name, percent } from "./vector";

const Ticket = z.object({
  id: name.optional(),
  created_at: z.string(),
  events: z.array(z.object({ at: z.string(), type: z.enum(["solved", "reopened"]) })).default([]),
  status: z.enum(["new", "open", "pending", "hold", "solved", "closed"]).optional(),
  solved_at: z.string().optional(),
  resolution_hours: z.number().optional(),
  reopens: z.number().optional(),
  agent_replies: z.number().optional(),
  excluded: z.boolean().default(false),
  unresolvable_at_l1: z.boolean().default(false),
});

const Input = z.object({
  tickets: z.array(Ticket).transform((rows) => rows.map((row, place) => ({ ...row, id: row.id ?? `row ${place}` }))),
  period: Period,
  as_of: z.string().optional(),
  tz: z.string().default("UTC"),
});
type Input = z.output<typeof Input>;

export const tickets: Record<string, Adapter> = {
  "tickets.resolution": adapter(Input, (input) =>
    inScratch(ticketBook(input), async (scope) => {
      const read = await readings(
        scope,
        [
          "ticket-resolution-time",
          "ticket-resolution-median",
          "ticket-resolution-p90",
          "ticket-first-resolution-time",
          "ticket-first-resolution-median",
          "ticket-first-resolution-p90",
          "reopen-rate",
        ],
        spanOf(input, input.period),
      );
      return {
        full: {
          n: read["ticket-resolution-time"].rows,
          mean_hours: read["ticket-resolution-time"].value,
          median_hours: read["ticket-resolution-median"].value,
          p90_hours: read["ticket-resolution-p90"].value,
        },
        first: {
          n: read["ticket-first-resolution-time"].rows,
          mean_hours: read["ticket-first-resolution-time"].value,
          median_hours: read["ticket-first-resolution-median"].value,
          p90_hours: read["ticket-first-resolution-p90"].value,
        },
        reopened: read["reopen-rate"].details.reopened,
        reopen_rate_pct: percent(read["reopen-rate"].value),
      };
    }),
  ),
  "tickets.fcr": adapter(Input.extend({ window_days: z.number().default(7), net: z.boolean().default(false) }), (input) =>
    inScratch(ticketBook(input, { fcr_window_days: String(input.window_days) }), async (scope) => {
      const id = input.net ? "net-first-contact-resolution-rate" : "first-contact-resolution-rate";
      const { [id]: rate } = await readings(scope, [id], spanOf(input, input.period));
      if (rate === undefined) throw new Error(`${id} was not read`);
      const { resolved, immature, unknown } = rate.details;
      return { resolved, fcr: rate.numerator, immature, unknown, fcr_pct: percent(rate.value) };
    }),
  ),
};

function ticketBook({ tickets: rows, tz }: Input, settings: Book["settings"] = {}): Book {
  const at = (text: string | undefined) => (text === undefined ? null : instant(text, tz));
  const whole = (value: number | undefined) => (value === undefined ? null : BigInt(value));
  return {
    timeZone: tz,
    currency: "USD",
    settings,
    records: {
      accounts: [{ externalId: "a", name: "a" }],
      tickets: rows.map((row) => ({
        externalId: row.id,
        account: "a",
        createdAt: instant(row.created_at, tz),
        status: row.status ?? null,
        solvedAt: at(row.solved_at),
        resolutionHours: row.resolution_hours ?? null,
        reopens: whole(row.reopens),
        agentReplies: whole(row.agent_replies),
        excluded: row.excluded,
        unresolvableAtFirstLevel: row.unresolvable_at_l1,
      })),
      "ticket-events": rows.flatMap(({ id, events }) => events.map(({ at, type }) => ({ ticket: id, at: instant(at, tz), type }))),
    },
  };
}
