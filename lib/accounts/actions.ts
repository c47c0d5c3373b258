"use server";

import { z } from "zod";
import { listAccounts, listMoreAccounts, listTimeline } from "@/lib/accounts/data";
import { AccountsAsked, accountsRequest } from "@/lib/accounts/schema";
import { STREAMS } from "@/lib/accounts/streams";
import { listOwnersOf } from "@/lib/people/data";
import { defineAction } from "@/lib/platform/action";
import { now } from "@/lib/platform/clock";
import { listAnswers } from "@/lib/surveys/data";
import { listTickets } from "@/lib/tickets/data";
import { listUsers } from "@/lib/usage/data";

const workspace = z.string().max(48);

const FEW = 8;
const MORE = 20;
const MANY = 100;

/** The few accounts a search most likely means, the largest that match, and how many do. */
export const findAccountsAction = defineAction(
  { name: "account.find", input: z.strictObject({ workspace, search: z.string().min(1).max(100) }), limit: "240/m", mode: "read" },
  async ({ scope }, { search }, { sql }) => {
    const request = { search, sort: "mrr", after: null, limit: FEW } as const;
    const { rows, total } = await listAccounts(sql, scope, request, now());
    return { accounts: rows.map(({ id, name, externalId, owner }) => ({ id, name, hint: owner ?? externalId })), all: total.accounts };
  },
);

/** The accounts after those that are shown. */
export const readAccountsAction = defineAction(
  { name: "account.list", input: AccountsAsked.extend({ workspace }), limit: "240/m", mode: "read" },
  async ({ scope }, { workspace: _, ...asked }, { sql }) => {
    const owners = await listOwnersOf(sql, scope, asked);
    return listMoreAccounts(sql, scope, accountsRequest(asked, { owners, limit: MANY }), now());
  },
);

const Continued = z.strictObject({ workspace, account: z.uuid(), after: z.string().max(200).nullable() });

export const readTimelineAction = defineAction(
  {
    name: "account.read-timeline",
    input: Continued.extend({ streams: z.array(z.enum(STREAMS)).min(1).max(STREAMS.length) }),
    limit: "240/m",
    mode: "read",
  },
  ({ scope }, { account, streams, after }, { sql }) => listTimeline(sql, scope, account, { streams, after, limit: MORE }, now()),
);

export const readTicketsAction = defineAction(
  { name: "account.read-tickets", input: Continued, limit: "240/m", mode: "read" },
  ({ scope }, { account, after }, { sql }) => listTickets(sql, scope, account, { after, limit: MORE }, now()),
);

export const readAnswersAction = defineAction(
  { name: "account.read-answers", input: Continued, limit: "240/m", mode: "read" },
  ({ scope }, { account, after }, { sql }) => listAnswers(sql, scope, account, { after, limit: MORE }, now()),
);

export const readUsersAction = defineAction(
  { name: "account.read-users", input: Continued, limit: "240/m", mode: "read" },
  ({ scope }, { account, after }, { sql }) => listUsers(sql, scope, account, { after, limit: MORE }, now()),
);
