"use client";

import { useEffect, useState } from "react";
import { DimensionSelect } from "@/app/w/[workspace]/dimension-select";
import type { FeedbackParams } from "@/app/w/[workspace]/feedback/params";
import { PeriodSelect } from "@/app/w/[workspace]/period-select";
import { Input } from "@/components/ui/input";
import { Segmented } from "@/components/ui/segmented";
import { Select } from "@/components/ui/select";
import type { FeedbackView } from "@/lib/feedback/loaders";
import { ANSWER_CLASSES, CLASS_WORDS, FEEDBACK_DIMENSIONS, KIND_WORDS } from "@/lib/surveys/rules";
import { SURVEY_KINDS } from "@/lib/surveys/schema";

type Props = Pick<FeedbackView, "span" | "values" | "me"> & {
  period: string;
  asked: FeedbackParams;
  onChange: (changed: Partial<FeedbackParams>) => void;
};

const PAUSE = 300;

const chosen = (is: boolean) => (is ? "border-accent bg-accent-wash" : "");

/** When, whose, which question, how they felt, and what they said. All of it stands in the address. */
export function FeedbackFilters({ span, values, me, period, asked, onChange }: Props) {
  const [text, setText] = useState(asked.search);
  useEffect(() => {
    if (text === asked.search) return;
    const timer = setTimeout(() => onChange({ search: text }), PAUSE);
    return () => clearTimeout(timer);
  }, [text, asked.search, onChange]);
  const classes = CLASS_WORDS[asked.kind ?? "all"];
  const worth = FEEDBACK_DIMENSIONS.filter(
    (dimension) => asked[dimension] !== null || values.filter((value) => value.dimension === dimension).length > 1,
  );
  return (
    <search aria-label="What is shown" className="no-print flex flex-wrap items-center gap-1.5">
      <Input
        type="search"
        aria-label="Search their words"
        placeholder="Search their words"
        maxLength={200}
        value={text}
        onChange={({ target }) => setText(target.value)}
        className="w-full text-sm sm:w-64"
      />
      <PeriodSelect span={span} period={period} onChange={(next) => onChange({ period: next })} />
      <Select
        label="Question"
        lead="Question"
        value={asked.kind ?? ""}
        options={[{ value: "", label: "all" }, ...SURVEY_KINDS.map((value) => ({ value, label: KIND_WORDS[value] }))]}
        onChange={(next) => onChange({ kind: SURVEY_KINDS.find((known) => known === next) ?? null })}
        className={chosen(asked.kind !== null)}
      />
      <Select
        label="Who answered how"
        lead="Answers"
        value={asked.class ?? ""}
        options={[{ value: "", label: "all" }, ...ANSWER_CLASSES.map((value) => ({ value, label: classes[value].many.toLowerCase() }))]}
        onChange={(next) => onChange({ class: ANSWER_CLASSES.find((known) => known === next) ?? null })}
        className={chosen(asked.class !== null)}
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
      <Segmented
        label="With or without words"
        value={asked.words ? "words" : "every"}
        options={[
          { value: "every", label: "Every answer" },
          { value: "words", label: "With words" },
        ]}
        onChange={(next) => onChange({ words: next === "words" })}
      />
    </search>
  );
}
