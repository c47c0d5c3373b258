import { z } from "zod";
import type { Book } from "./book";
import { readings } from "./reading";
import { inScratch } from "./scratch";
import { Period, spanOf } from "./span";
import { type Adapter, adapter, name, percent } from "./vector";

const Contract = z.object({
  id: name.optional(),
  due: z.iso.date(),
  value_cents: z.number(),
  term_months: z.number().default(12),
  renewed_on: z.iso.date().optional(),
  renewed_value_cents: z.number().optional(),
  renewed_term_months: z.number().optional(),
  declined_on: z.iso.date().optional(),
});

const Input = z.object({
  contracts: z.array(Contract).transform((rows) => rows.map((row, place) => ({ ...row, id: row.id ?? `row ${place}` }))),
  period: Period,
  as_of: z.string().optional(),
  grace_days: z.number().optional(),
  tz: z.string().default("UTC"),
});

export const renewal: Record<string, Adapter> = {
  "renewal.rate": adapter(Input, (input) =>
    inScratch(contractBook(input), async (scope) => {
      const ids = ["renewal-rate", "gross-dollar-renewal-rate", "net-dollar-renewal-rate"] as const;
      const read = await readings(scope, ids, spanOf(input, input.period));
      const { renewed, lost, pending } = read["renewal-rate"].details;
      return {
        renewed,
        lost,
        pending,
        renewal_rate_pct: percent(read["renewal-rate"].value),
        gross_dollar_renewal_pct: percent(read["gross-dollar-renewal-rate"].value),
        net_dollar_renewal_pct: percent(read["net-dollar-renewal-rate"].value),
      };
    }),
  ),
};

function contractBook({ contracts, grace_days, tz }: z.output<typeof Input>): Book {
  const currency = "USD";
  return {
    timeZone: tz,
    currency,
    settings: grace_days === undefined ? {} : { renewal_grace_days: String(grace_days) },
    records: {
      accounts: contracts.map(({ id }) => ({ externalId: id, name: id })),
      contracts: contracts.map((row) => ({
        externalId: row.id,
        account: row.id,
        dueOn: row.due,
        value: BigInt(row.value_cents),
        termMonths: BigInt(row.term_months),
        currency,
        renewedOn: row.renewed_on ?? null,
        renewedValue: whole(row.renewed_value_cents),
        renewedTermMonths: whole(row.renewed_term_months),
        declinedOn: row.declined_on ?? null,
      })),
    },
  };
}

function whole(value: number | undefined): bigint | null {
  return value === undefined ? null : BigInt(value);
}
