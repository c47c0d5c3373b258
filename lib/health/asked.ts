import type { GridRequest } from "@/lib/health/grid";
import type { Parameters } from "@/lib/ledger/parameters";

/** What a grid asks for, as SQL that a plan can be made for: values are told as such. */
export type Asked = {
  readonly zone: string;
  readonly firstDay: string;
  readonly lastDay: string;
  /** The ends of the first and of the last day: what is at or after the latter is seen by none. */
  readonly firstAt: string;
  readonly lastAt: string;
  /** The condition that an account is one of the grid's. */
  readonly among: (column: string) => string;
};

export function askedOf({ accounts, days, timeZone }: GridRequest, parameters: Parameters): Asked {
  const sorted = [...days].sort();
  const zone = parameters.place(timeZone, "text");
  const [firstDay, lastDay] = [parameters.place(sorted[0] ?? null, "date"), parameters.place(sorted.at(-1) ?? null, "date")];
  const endOf = (day: string) => `((${day} + 1)::timestamp AT TIME ZONE ${zone})`;
  let some: string | undefined;
  const among = (column: string) => {
    if (accounts === null) return "true";
    some ??= parameters.place(accounts, "uuid[]");
    return `${column} = ANY(${some})`;
  };
  return { zone, firstDay, lastDay, firstAt: endOf(firstDay), lastAt: endOf(lastDay), among };
}
