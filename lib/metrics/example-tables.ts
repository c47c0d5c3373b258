import type { Example } from "@/lib/metrics/definition";
import type { ExampleTable } from "@/lib/metrics/types";

/** The records of a worked example as tables, so that its sum can be followed. Money in whole units, as an example's always is. */
export function exampleTables({ accounts = [], contracts = [], records = {} }: Example): ExampleTable[] {
  const paying = accounts.filter(([, opening, closing]) => opening > 0 || closing > 0);
  return [
    ...table(
      "Accounts, MRR at the start and at the end",
      ["Account", "Start", "End"],
      paying.map(([name, opening, closing, before]) => [
        before === undefined ? name : `${name}, who had paid long before`,
        major(opening),
        major(closing),
      ]),
    ),
    ...table(
      "Contracts, a year",
      ["Account", "Value", "Renewed at"],
      contracts.map(([name, value, renewed]) => [
        name,
        major(value),
        renewed === undefined ? "not decided yet" : renewed === null ? "lost" : major(renewed),
      ]),
    ),
    ...Object.entries(records).flatMap(([kind, rows]) => {
      const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      return table(
        sentence(kind),
        columns,
        rows.map((row) => columns.map((column) => String(row[column] ?? ""))),
      );
    }),
  ];
}

function table(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): ExampleTable[] {
  return rows.length === 0 ? [] : [{ name, columns, rows }];
}

function major(minor: number): string {
  return (minor / 100).toFixed(2);
}

function sentence(kind: string): string {
  const words = kind.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
