"use client";

import type { ComponentProps } from "react";
import { DimensionSelect } from "@/app/w/[workspace]/dimension-select";
import type { DimensionValue } from "@/lib/accounts/data";
import type { Dimension } from "@/lib/kernel/dimension";

type Props<Name extends Dimension> = Pick<ComponentProps<typeof DimensionSelect>, "values" | "me"> & {
  dimensions: readonly Name[];
  asked: Readonly<Record<Name, string | null>>;
  onChange: (dimension: Name, value: string | null) => void;
};

/** A filter by each of these dimensions that tells accounts apart. */
export function DimensionSelects<Name extends Dimension>({ dimensions, asked, values, me, onChange }: Props<Name>) {
  return tellingApart(dimensions, values, (dimension) => asked[dimension] !== null).map((dimension) => (
    <DimensionSelect
      key={dimension}
      dimension={dimension}
      value={asked[dimension]}
      values={values}
      me={me}
      onChange={(next) => onChange(dimension, next)}
    />
  ));
}

/** The dimensions that are asked for already, or have more than one value. */
export function tellingApart<Name extends Dimension>(
  dimensions: readonly Name[],
  values: readonly DimensionValue[],
  isAsked: (dimension: Name) => boolean,
): Name[] {
  return dimensions.filter((dimension) => isAsked(dimension) || values.filter((value) => value.dimension === dimension).length > 1);
}
