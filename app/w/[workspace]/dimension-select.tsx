"use client";

import { DIMENSION_WORDS } from "@/app/w/[workspace]/dimension-words";
import { NONE } from "@/app/w/[workspace]/view";
import { useValueWords } from "@/components/metric/owners";
import { type Option, Select } from "@/components/ui/select";
import type { DimensionValue } from "@/lib/accounts/data";
import type { Dimension } from "@/lib/kernel/dimension";

type Props = {
  dimension: Dimension;
  value: string | null;
  values: readonly DimensionValue[];
  me: string;
  onChange: (value: string | null) => void;
};

const ALL = "";

/** One dimension's values with how many accounts have each now; a value the address names and no account has is offered too. */
export function DimensionSelect({ dimension, value, values, me, onChange }: Props) {
  const words = useValueWords();
  const known = values.filter((each) => each.dimension === dimension);
  const options: Option[] = known.map((each) => ({
    value: each.value ?? NONE,
    label: words(dimension, each.value),
    hint: each.accounts.toLocaleString("en-US"),
  }));
  if (value !== null && !options.some((option) => option.value === value))
    options.push({ value, label: words(dimension, value === NONE ? null : value) });
  const mine = dimension === "owner" ? options.find((option) => option.value === me) : undefined;
  const ordered = mine ? [{ ...mine, label: "My accounts" }, ...options.filter((option) => option !== mine)] : options;
  return (
    <Select
      label={DIMENSION_WORDS[dimension]}
      lead={DIMENSION_WORDS[dimension]}
      value={value ?? ALL}
      options={[{ value: ALL, label: "all" }, ...ordered]}
      onChange={(next) => onChange(next === ALL ? null : next)}
      className={value === null ? "" : "border-accent bg-accent-wash"}
    />
  );
}
