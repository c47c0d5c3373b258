"use client";

import { type UseQueryStatesKeysMap, useQueryStates } from "nuqs";
import { useTransition } from "react";

/** What the address asks of a screen that the server reads, how to ask for something else, and whether that is on its way. Back undoes it. */
export function useAsked<Params extends UseQueryStatesKeysMap>(params: Params) {
  const [reading, startTransition] = useTransition();
  const [asked, setAsked] = useQueryStates(params, { history: "push", shallow: false, scroll: false, startTransition });
  return { asked, setAsked, reading };
}
