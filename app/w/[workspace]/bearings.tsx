"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { Bearings } from "@/lib/annotations/loaders";

const Known = createContext<Bearings | null>(null);

/** Gives every number of a workspace its target, and every trend what happened along the way. */
export function BearingsProvider({ bearings, children }: { bearings: Bearings; children: ReactNode }) {
  return <Known value={bearings}>{children}</Known>;
}

export function useBearings(): Bearings {
  const bearings = useContext(Known);
  if (bearings === null) throw new Error("bearings are those of a workspace's pages");
  return bearings;
}
