/** Accounts at risk stay covered by a call, a mail or a meeting in as many days. */
export const COVERED_DAYS = 14;
