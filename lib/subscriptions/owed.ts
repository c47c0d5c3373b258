/**
 * From when on a subscription of app.subscription owes, as SQL; null where it does not: since its own date, else since its record came to say so.
 * Its columns are named bare.
 */
export const OWED_SINCE = "coalesce(least(past_due_since, unpaid_from), CASE WHEN status IN ('past_due', 'unpaid') THEN updated_at END)";
