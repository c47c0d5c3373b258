import type { Kind } from "@/lib/imports/kind";

/** What people call the fields and the kinds, and what other systems call them. */
const LABELS: Record<string, string> = {
  externalId: "Id in the source",
  ownerEmail: "Owner's e-mail",
  isChampion: "Champion",
  ownedBy: "Owner",
  at: "When",
  value: "Value",
  unresolvableAtFirstLevel: "Not solvable at first level",
};

/** Other systems' names of our fields, in lower case without anything but letters and digits. {noun} is the kind's own word. */
const SYNONYMS: Record<string, readonly string[]> = {
  externalId: [
    "{noun}id",
    "id",
    "{noun}key",
    "{noun}number",
    "{noun}no",
    "{noun}ref",
    "reference",
    "key",
    "uuid",
    "recordid",
    "externalid",
  ],
  account: [
    "accountid",
    "accountexternalid",
    "customerid",
    "customer",
    "companyid",
    "company",
    "organizationid",
    "organisationid",
    "orgid",
    "organization",
    "clientid",
    "client",
  ],
  subscription: ["subscriptionid", "subscriptionexternalid", "subid"],
  ticket: ["ticketid", "caseid", "issueid"],
  contact: ["contactid", "respondent", "respondentid", "personid", "contactemail", "email"],
  user: ["userid", "username", "useremail", "personid", "memberid"],
  name: ["{noun}name", "companyname", "customername", "company", "fullname", "title", "organizationname", "customer"],
  email: ["emailaddress", "mail", "contactemail"],
  domain: ["website", "url", "companydomain", "emaildomain"],
  industry: ["sector", "vertical"],
  segment: ["tier", "size", "companysize", "customersegment"],
  plan: ["plantier", "planname", "product", "productname", "package", "edition", "subscriptionplan"],
  country: ["countrycode", "nation", "billingcountry"],
  region: ["territory", "area", "geo"],
  ownerEmail: ["owner", "csmemail", "csm", "accountowner", "accountmanager", "owneremailaddress"],
  stage: ["lifecyclestage", "lifecycle", "phase"],
  seats: ["seatcount", "licenses", "licences", "numberofseats", "usercount"],
  startedAt: [
    "startdate",
    "start",
    "signupdate",
    "created",
    "createdat",
    "createddate",
    "customersince",
    "begindate",
    "activatedat",
    "subscriptionstart",
    "firstpaidat",
  ],
  endedAt: ["enddate", "end", "churndate", "churnedat", "cancelledon", "expirydate", "subscriptionend", "terminationdate"],
  amount: [
    "mrr",
    "mrramount",
    "price",
    "unitamount",
    "monthlyamount",
    "total",
    "revenue",
    "arramount",
    "amountusd",
    "amountcents",
    "fee",
    "cost",
  ],
  value: ["contractvalue", "amount", "dealvalue", "discount", "price", "total"],
  currency: ["currencycode", "ccy", "curr"],
  interval: ["billingfrequency", "billinginterval", "billingperiod", "billingcycle", "frequency", "term", "cadence", "recurrence"],
  quantity: ["qty", "units", "count"],
  status: ["state", "subscriptionstatus", "ticketstatus", "responsestatus"],
  trialEndsAt: ["trialend", "trialenddate", "trialendsat"],
  canceledAt: ["cancelledat", "canceldate", "canceledon", "cancellationdate"],
  churnReason: ["reason", "reasoncode", "cancellationreason", "cancelreason"],
  renewsAt: ["renewaldate", "renewsat", "nextrenewal", "renewson"],
  dueOn: ["renewaldate", "duedate", "enddate", "expirydate", "contractend"],
  createdAt: ["created", "createddate", "openedat", "opened", "submittedat", "submitted", "dateofpurchase", "reportedat"],
  solvedAt: ["closedat", "resolvedat", "closed", "resolved", "solved", "resolutiondate", "completedat"],
  firstResponseAt: ["firstresponse", "firstreplyat", "firstrepliedat", "respondedat"],
  firstResponseMinutes: ["firstresponsetimeminutes", "firstreplytimeminutes", "firstresponsetime", "responseminutes"],
  resolutionHours: ["resolutiontimehours", "timetoresolution", "resolutiontime", "hourstoresolve"],
  satisfaction: ["satisfactionscore", "csat", "satisfactionrating", "customersatisfactionrating", "rating"],
  escalated: ["escalationflag", "isescalated", "escalation"],
  subject: ["ticketsubject", "title", "summary", "tickettype", "topic"],
  priority: ["ticketpriority", "severity", "urgency"],
  channel: ["ticketchannel", "source", "medium", "contactchannel"],
  answeredAt: ["submittedat", "answered", "responsedate", "createdat", "date", "respondedat", "timestamp"],
  score: ["rating", "npsscore", "csatscore", "cesscore", "answer", "response"],
  comment: ["comments", "feedback", "verbatim", "text", "review", "verifiedreviews", "reason", "reviewtext"],
  kind: ["type", "surveytype", "category", "milestonetype", "offertype"],
  feature: ["featurename", "featureid", "event", "eventname", "module", "action"],
  count: ["usagecount", "events", "eventcount", "times", "uses"],
  durationSeconds: ["usagedurationsecs", "durationsecs", "duration", "seconds", "timespent"],
  errors: ["errorcount", "failures", "faults"],
  at: ["date", "usagedate", "timestamp", "time", "occurredat", "eventdate", "eventtime", "day", "purchasedat", "createdat"],
  signedUpAt: ["signupdate", "signedup", "createdat", "registeredat", "joinedat"],
  presentedAt: ["offeredat", "offerdate", "date", "presentedon"],
  referredAt: ["referraldate", "date", "referredon"],
  month: ["period", "date", "yearmonth"],
  rate: ["exchangerate", "fxrate"],
  churnedAt: ["churndate"],
  role: ["jobrole", "function", "department"],
  title: ["jobtitle", "position"],
};

/** What other systems call the records of a kind. */
const NOUNS: Record<string, readonly string[]> = {
  accounts: ["customer", "company", "client", "organization"],
  subscriptions: ["sub"],
  contacts: ["person"],
  tickets: ["case", "issue"],
  "survey-responses": ["response", "answer", "survey"],
  usage: ["usage", "event"],
};

const WORD_SYNONYMS: Record<string, readonly string[]> = {
  day: ["daily", "days", "d"],
  week: ["weekly", "weeks", "w"],
  month: ["monthly", "months", "mo", "m", "mth", "per month", "p1m"],
  quarter: ["quarterly", "quarters", "q", "p3m"],
  year: ["yearly", "annual", "annually", "annum", "years", "y", "yr", "p1y", "per year"],
  none: ["one-time", "one time", "onetime", "one-off", "once off"],
  active: ["live", "current", "paying", "enabled"],
  trialing: ["trial", "trialling", "in trial", "in_trial"],
  past_due: ["past due", "past-due", "overdue", "delinquent"],
  paused: ["on hold", "suspended", "pause"],
  canceled: ["cancelled", "churned", "ended", "inactive", "expired", "terminated"],
  percent: ["percentage", "%", "pct"],
  fixed: ["amount", "flat", "absolute"],
  forever: ["permanent", "always", "unlimited"],
  repeating: ["multiple", "several", "limited"],
  once: ["one-time", "one time", "single"],
  open: ["in progress", "in_progress", "reopened", "assigned", "pending customer response"],
  pending: ["waiting", "awaiting", "waiting for customer"],
  hold: ["on hold", "on-hold"],
  solved: ["resolved", "done", "completed", "complete", "fixed"],
  closed: ["archived"],
  reopened: ["reopen", "re-opened"],
  nps: ["net promoter score", "promoter"],
  csat: ["satisfaction", "customer satisfaction"],
  ces: ["effort", "customer effort"],
  upsell: ["up-sell", "up sell", "upgrade"],
  cross_sell: ["cross-sell", "cross sell", "crosssell", "add-on", "addon"],
};

/** `ticketEvents` and `ticket-events` are "Ticket events". */
export function label(name: string): string {
  const words =
    LABELS[name] ??
    name.replace(/[-_.]/g, " ").replace(/([a-z\d])([A-Z])/g, (_, before: string, after: string) => `${before} ${after.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** A name without case, spaces and signs, as names are compared. */
export function bare(name: string): string {
  return name
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "");
}

/** One record of the kind: a ticket, a survey response. */
export function nounOf({ name }: Kind): string {
  return name.replace(/-/g, " ").replace(/s$/, "");
}

/** Other names of a field, likeliest first. */
export function synonymsOf(kind: Kind, field: string): string[] {
  const nouns = [bare(nounOf(kind)), ...(Object.hasOwn(NOUNS, kind.name) ? (NOUNS[kind.name] ?? []) : [])];
  const told = Object.hasOwn(SYNONYMS, field) ? (SYNONYMS[field] ?? []) : [];
  return told.flatMap((name) => (name.includes("{noun}") ? nouns.map((noun) => name.replace("{noun}", noun)) : [name]));
}

/** The word of the list that a source's word means; null where nobody can say. */
export function wordFor(value: string, words: readonly string[]): string | null {
  const given = value.trim().toLowerCase();
  const plainly = words.find((word) => word === given.replace(/[\s-]+/g, "_") || word === given);
  return plainly ?? words.find((word) => Object.hasOwn(WORD_SYNONYMS, word) && WORD_SYNONYMS[word]?.includes(given)) ?? null;
}
