"use client";

import { createContext, type ReactNode, useCallback, useContext } from "react";
import type { Dimension } from "@/lib/kernel/dimension";

type Names = Readonly<Record<string, string>>;

const Owners = createContext<Names>({});

/** Lets every page of a workspace call owners by the names of the members they are. `names` is by e-mail. */
export function OwnersProvider({ names, children }: { names: Names; children: ReactNode }) {
  return <Owners value={names}>{children}</Owners>;
}

/** What a value of a dimension is called: an owner who is a member by their name, everything else by what it is. */
export function useValueWords(): (dimension: Dimension | undefined, value: string | null) => string {
  const names = useContext(Owners);
  return useCallback(
    (dimension, value) => {
      if (value === null) return "none";
      return dimension === "owner" && Object.hasOwn(names, value) ? (names[value] ?? value) : value;
    },
    [names],
  );
}

export function OwnerName({ email }: { email: string }) {
  return useValueWords()("owner", email);
}
