"use client";

import { backTestParams } from "@/app/w/[workspace]/health/back-test/params";
import { useAsked } from "@/app/w/[workspace]/use-asked";
import { Select } from "@/components/ui/select";

type Props = { version: number; versions: readonly { value: string; label: string }[] };

/** Which version of the scorecards is held against history. */
export function VersionPicker({ version, versions }: Props) {
  const { setAsked, reading } = useAsked(backTestParams);
  return (
    <Select
      label="Version of the scorecards"
      lead="Scorecards"
      value={String(version)}
      options={versions}
      disabled={reading}
      onChange={(next) => void setAsked({ version: Number(next), weights: null })}
    />
  );
}
