export const TOUCH_TYPES = ["call", "mail", "meeting", "note"] as const;

export type TouchType = (typeof TOUCH_TYPES)[number];
