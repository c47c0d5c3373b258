"use client";

import { useEffect, useState } from "react";
import { SORT_WORDS, STATE_WORDS } from "@/app/w/[workspace]/accounts/account-words";
import type { AccountsParams } from "@/app/w/[workspace]/accounts/accounts-view";
import { DimensionSelect } from "@/app/w/[workspace]/dimension-select";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ACCOUNT_DIMENSIONS, ACCOUNT_SORTS, ACCOUNT_STATES } from "@/lib/accounts/choices";
import type { DimensionValue } from "@/lib/accounts/data";
import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";

type Props = { asked: AccountsParams; values: readonly DimensionValue[]; me: string; onChange: (changed: Partial<AccountsParams>) => void };

const PAUSE = 250;

export function AccountsFilters({ asked, values, me, onChange }: Props) {
  const [text, setText] = useState(asked.search);
  useEffect(() => {
    if (text === asked.search) return;
    const timer = setTimeout(() => onChange({ search: text }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, asked.search, onChange]);
  const worth = ACCOUNT_DIMENSIONS.filter(
    (dimension) => asked[dimension] !== null || values.filter((value) => value.dimension === dimension).length > 1,
  );
  return (
    <search aria-label="What is shown" className="no-print flex flex-wrap items-center gap-1.5">
      <Input
        type="search"
        aria-label="Search accounts"
        placeholder="Search by name, id or domain"
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="w-full text-sm sm:w-64"
      />
      <Select
        label="State"
        lead="State"
        value={asked.state ?? ""}
        options={[{ value: "", label: "all" }, ...ACCOUNT_STATES.map((value) => ({ value, label: STATE_WORDS[value].label }))]}
        onChange={(next) => onChange({ state: ACCOUNT_STATES.find((known) => known === next) ?? null })}
        className={asked.state === null ? "" : "border-accent bg-accent-wash"}
      />
      <Select
        label="Health"
        lead="Health"
        value={asked.band ?? ""}
        options={[{ value: "", label: "all" }, ...BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))]}
        onChange={(next) => onChange({ band: BANDS.find((known) => known === next) ?? null })}
        className={asked.band === null ? "" : "border-accent bg-accent-wash"}
      />
      {worth.map((dimension) => (
        <DimensionSelect
          key={dimension}
          dimension={dimension}
          value={asked[dimension]}
          values={values}
          me={me}
          onChange={(next) => onChange({ [dimension]: next })}
        />
      ))}
      <Select
        label="Order"
        lead="Order"
        value={asked.sort}
        options={ACCOUNT_SORTS.map((value) => ({ value, label: SORT_WORDS[value] }))}
        onChange={(next) => onChange({ sort: ACCOUNT_SORTS.find((known) => known === next) ?? "mrr" })}
      />
    </search>
  );
}
