"use server";

import { z } from "zod";
import { listAccounts } from "@/lib/accounts/data";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";

const Search = z.strictObject({ workspace: z.string().max(48), search: z.string().min(1).max(100) });

const FEW = 8;

/** The few accounts a search most likely means: the largest that match. */
export const findAccountsAction = defineAction(
  { name: "account.find", input: Search, limit: "240/m", mode: "read" },
  async ({ scope }, { search }, { sql }) => {
    const request = { search, where: {}, state: null, sort: "mrr", after: null, before: null, limit: FEW } as const;
    const { rows } = await listAccounts(sql, scope, request, now());
    return rows.map(({ id, name, externalId, owner }) => ({ id, name, hint: owner ?? externalId }));
  },
);
