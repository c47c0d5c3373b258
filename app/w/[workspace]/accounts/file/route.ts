import { z } from "zod";
import { COLUMN_WORDS, filterWords } from "@/app/w/[workspace]/accounts/account-words";
import { accountsAsked, loadAccountsParams } from "@/app/w/[workspace]/accounts/accounts-view";
import { accountsFile } from "@/app/w/[workspace]/accounts/file/accounts-file";
import { listAccounts, listMoreAccounts } from "@/lib/accounts/data";
import { accountsRequest } from "@/lib/accounts/schema";
import { CSV_START, csvNotes } from "@/lib/kernel/csv";
import { formatMoney } from "@/lib/kernel/money";
import { describeMoment } from "@/lib/kernel/period-words";
import { listOwnersOf } from "@/lib/people/data";
import { now } from "@/lib/platform/clock";
import { withTenant } from "@/lib/platform/db";
import { defineRoute } from "@/lib/platform/route";
import { streamed } from "@/lib/platform/streamed";

const CHUNK = 1_000;

/** The list as it is seen, all of it, as a file: the same filters, order and columns, and below it what they were and when. */
export const GET = defineRoute(
  { name: "/w/[workspace]/accounts/file", input: z.object({ workspace: z.string() }), limit: "30/m" },
  async ({ scope }, _, request) => {
    const asked = { ...accountsAsked(loadAccountsParams(request)), after: null };
    const asOf = now();
    const file = accountsFile(asked.columns, scope.currency);
    const [owners, first] = await withTenant(
      scope,
      async ({ sql }) => {
        const whose = await listOwnersOf(sql, scope, asked);
        return [whose, await listAccounts(sql, scope, accountsRequest(asked, { owners: whose, limit: CHUNK }), asOf)] as const;
      },
      "read",
    );
    const { accounts, customers, mrr } = first.total;
    const filters = filterWords(asked, (_dimension, email) => email);
    const notes = [
      `Accounts of ${scope.name}`,
      `As of ${describeMoment(asOf, scope.timeZone)} (${scope.timeZone})`,
      filters.length === 0 ? "Filters: none" : `Filters: ${filters.join("; ")}`,
      `Order: ${asked.sort === "name" ? "name" : COLUMN_WORDS[asked.sort]}${asked.turned ? ", turned round" : ""}`,
      `Rows: ${accounts}, of them customers: ${customers}, MRR: ${mrr === null ? "unknown for want of an exchange rate" : formatMoney(mrr, scope.currency)}`,
    ];
    async function* lines(): AsyncGenerator<string> {
      yield CSV_START + file.head;
      for (let page: Pick<typeof first, "rows" | "next"> = first; ; ) {
        yield page.rows.map(file.line).join("");
        const after = page.next;
        if (after === null) break;
        page = await withTenant(
          scope,
          ({ sql }) => listMoreAccounts(sql, scope, { ...accountsRequest(asked, { owners, limit: CHUNK }), after }, asOf),
          "read",
        );
      }
      yield csvNotes(notes);
    }
    return new Response(streamed(lines()), {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${scope.slug}-accounts-${asOf.toISOString().slice(0, 10)}.csv"`,
      },
    });
  },
);
