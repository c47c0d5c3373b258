"use client";

import { DimensionSelects } from "@/app/w/[workspace]/dimension-selects";
import type { FeedbackParams } from "@/app/w/[workspace]/feedback/params";
import { PeriodSelect } from "@/app/w/[workspace]/period-select";
import { useTyped } from "@/app/w/[workspace]/use-typed";
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

const chosen = (is: boolean) => (is ? "border-accent bg-accent-wash" : "");

/** When, whose, which question, how they felt, and what they said. All of it stands in the address. */
export function FeedbackFilters({ span, values, me, period, asked, onChange }: Props) {
  const [text, setText] = useTyped(asked.search, onChange);
  const classes = CLASS_WORDS[asked.kind ?? "all"];
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
      <DimensionSelects
        dimensions={FEEDBACK_DIMENSIONS}
        {...{ asked, values, me }}
        onChange={(dimension, next) => onChange({ [dimension]: next })}
      />
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
