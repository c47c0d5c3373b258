"use client";

import { useQueryStates } from "nuqs";
import { viewParams } from "@/app/w/[workspace]/view";

/** The address's view and how to change it. A change makes a new entry in the history, so that Back undoes it. */
export function useView() {
  return useQueryStates(viewParams, { history: "push", scroll: false });
}
