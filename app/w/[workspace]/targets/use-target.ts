"use client";

import { useBearings } from "@/app/w/[workspace]/bearings";
import { showShort, showTick, type Writing } from "@/components/metric/show";
import type { ShownTarget } from "@/components/metric/target-words";
import { parsePeriod } from "@/lib/kernel/period";
import type { MetricFace, Reading } from "@/lib/metrics/types";
import { isOver, standingOf, type Target, targetFor } from "@/lib/targets/rules";

type Held = { readonly target: Target; readonly shown: ShownTarget };

/** Finds the target of a reading over a period. Where the reading is of some accounts it is shown and not held against it. */
export function useTarget(period: string, isFiltered: boolean): (face: MetricFace, reading: Reading) => Held | null {
  const { targets } = useBearings();
  const kind = parsePeriod(period)?.kind ?? "range";
  return (face, reading) => {
    const target = targetFor(targets, face.id, { kind, end: reading.period.end });
    if (target === null) return null;
    const held = { unit: reading.unit, better: face.better, isOver: isOver(target, reading) };
    const standing = isFiltered ? null : standingOf(reading.value, target.value, held);
    return {
      target,
      shown: { figure: showGoal(target.value, { unit: reading.unit, currency: reading.currency, digits: face.digits }), standing },
    };
  };
}

/** A goal as people set it: 110 % and not 110.0 %. */
export function showGoal(value: number, writing: Writing): string {
  return writing.unit === "share" ? showTick(value, writing) : showShort(value, writing);
}
