"use client";

import { SlidersHorizontal, X } from "lucide-react";
import { useState } from "react";
import { STATE_WORDS, sortWords } from "@/app/w/[workspace]/accounts/account-words";
import type { AccountsParams } from "@/app/w/[workspace]/accounts/accounts-view";
import { DimensionSelects } from "@/app/w/[workspace]/dimension-selects";
import { useTyped } from "@/app/w/[workspace]/use-typed";
import { WhoseSelect } from "@/app/w/[workspace]/whose-select";
import { Button } from "@/components/ui/button";
import { cx } from "@/components/ui/cx";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { ACCOUNT_DIMENSIONS, ACCOUNT_SORTS, ACCOUNT_STATES, RENEWS_WITHIN } from "@/lib/accounts/choices";
import type { DimensionValue } from "@/lib/accounts/data";
import { BAND_WORDS, BANDS } from "@/lib/kernel/band-words";

type Props = {
  asked: AccountsParams;
  values: readonly DimensionValue[];
  me: string;
  hasTeam: boolean;
  onChange: (changed: Partial<AccountsParams>) => void;
};

const NO_FILTERS = {
  search: "",
  whose: "all",
  state: null,
  band: null,
  renews: null,
  segment: null,
  plan: null,
  owner: null,
  region: null,
  stage: null,
} as const;

/** Which accounts are looked for, and in what order. On a phone all but the search stand behind a button. */
export function AccountsFilters({ asked, values, me, hasTeam, onChange }: Props) {
  const [open, setOpen] = useState(false);
  const [text, setText] = useTyped(asked.search, onChange);
  const active = Object.entries(NO_FILTERS).filter(([name, none]) => asked[name as keyof typeof NO_FILTERS] !== none).length;
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
      <Button look="quiet" className="text-sm md:hidden" aria-expanded={open} onClick={() => setOpen(!open)}>
        <SlidersHorizontal aria-hidden className="size-3.5" /> {open ? "Fewer filters" : "More filters"}
      </Button>
      <div className={cx("flex-wrap items-center gap-1.5 md:contents", open ? "flex" : "hidden")}>
        <WhoseSelect value={asked.whose} me={me} owners={[]} hasTeam={hasTeam} onChange={(whose) => onChange({ whose })} />
        <Select
          label="State"
          lead="State"
          value={asked.state ?? ""}
          options={[{ value: "", label: "all" }, ...ACCOUNT_STATES.map((value) => ({ value, label: STATE_WORDS[value].label }))]}
          onChange={(next) => onChange({ state: ACCOUNT_STATES.find((known) => known === next) ?? null })}
          className={chosen(asked.state)}
        />
        <Select
          label="Health"
          lead="Health"
          value={asked.band ?? ""}
          options={[{ value: "", label: "all" }, ...BANDS.map((value) => ({ value, label: BAND_WORDS[value] }))]}
          onChange={(next) => onChange({ band: BANDS.find((known) => known === next) ?? null })}
          className={chosen(asked.band)}
        />
        <Select
          label="Renewal"
          lead="Renewal"
          value={asked.renews === null ? "" : String(asked.renews)}
          options={[{ value: "", label: "any time" }, ...RENEWS_WITHIN.map((days) => ({ value: String(days), label: `in ${days} days` }))]}
          onChange={(next) => onChange({ renews: RENEWS_WITHIN.find((days) => String(days) === next) ?? null })}
          className={chosen(asked.renews)}
        />
        <DimensionSelects
          dimensions={ACCOUNT_DIMENSIONS}
          {...{ asked, values, me }}
          onChange={(dimension, next) => onChange({ [dimension]: next })}
        />
        <Select
          label="Order"
          lead="Order"
          value={asked.sort}
          options={ACCOUNT_SORTS.map((value) => ({ value, label: sortWords(value) }))}
          onChange={(next) => onChange({ sort: ACCOUNT_SORTS.find((known) => known === next) ?? "mrr", turned: false })}
        />
      </div>
      {active > 0 ? (
        <Button
          look="quiet"
          size="sm"
          onClick={() => {
            setText("");
            onChange(NO_FILTERS);
          }}
        >
          <X aria-hidden className="size-3.5" /> Clear {active === 1 ? "filter" : `${active} filters`}
        </Button>
      ) : null}
    </search>
  );
}

function chosen(value: unknown): string {
  return value === null ? "" : "border-accent bg-accent-wash";
}
