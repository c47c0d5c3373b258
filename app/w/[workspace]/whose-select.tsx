"use client";

import { useValueWords } from "@/components/metric/owners";
import { Select } from "@/components/ui/select";

type Props = {
  value: string;
  me: string;
  owners: readonly string[];
  hasTeam: boolean;
  onChange: (whose: string) => void;
};

/** Whose accounts are looked at: everybody's, one's own, one's team's, or one owner's. */
export function WhoseSelect({ value, me, owners, hasTeam, onChange }: Props) {
  const words = useValueWords();
  const others = [...new Set([...owners, ...(["all", "mine", "team"].includes(value) ? [] : [value])])].filter((owner) => owner !== me);
  return (
    <Select
      label="Accounts of"
      lead="Accounts of"
      value={value}
      options={[
        { value: "all", label: "everybody" },
        { value: "mine", label: "me" },
        ...(hasTeam || value === "team" ? [{ value: "team", label: "my team" }] : []),
        ...others.map((owner) => ({ value: owner, label: words("owner", owner) })),
      ]}
      onChange={onChange}
      className={value === "all" ? "" : "border-accent bg-accent-wash"}
    />
  );
}
