import { createLoader, parseAsStringLiteral } from "nuqs/server";
import { WHOSE } from "@/lib/signals/queue/choices";

/** What the address of Today keeps. */
export const todayParams = { whose: parseAsStringLiteral(WHOSE) };

export const loadTodayParams = createLoader(todayParams);
