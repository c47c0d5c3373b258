export const STATUSES = ["queued", "sending", "sent", "failed", "unknown", "given_up"] as const;
export type OutboxStatus = (typeof STATUSES)[number];

export const STATUS_WORDS: Record<OutboxStatus, string> = {
  queued: "Waiting",
  sending: "On its way",
  sent: "Sent",
  failed: "Will be tried again",
  unknown: "May have arrived",
  given_up: "Given up",
};

const MINUTE = 60_000;
/** Minutes from each failed try to the next: eight tries in a day. */
const PAUSES = [1, 5, 15, 60, 180, 420, 759];

/** How long a row may be on its way: longer, and whoever sent it died. */
export const SENDING_AT_MOST = 10 * MINUTE;

/** How long an endpoint may fail before it is no longer called. */
export const FAILING_AT_MOST = 24 * 60 * MINUTE;

export const MAIL_NOT_SET_UP = "Mail is not set up on this installation.";

/** When a row that failed for the `tries`-th time is tried again; null where it is given up. */
export function nextTry(tries: number, at: Date): Date | null {
  const minutes = PAUSES[tries - 1];
  return minutes === undefined ? null : new Date(at.getTime() + minutes * MINUTE);
}
