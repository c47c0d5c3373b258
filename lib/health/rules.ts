/** How long an override holds where nobody says otherwise, and at most. Today counts as the first day. */
export const OVERRIDE_DAYS = { usual: 30, most: 90 };
