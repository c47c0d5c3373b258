import type { TimelineFacts } from "@/lib/accounts/data";
import { BAND_WORDS, scoreWords } from "@/lib/kernel/band-words";
import type { Band } from "@/lib/kernel/health-score";
import type { TouchType } from "@/lib/touchpoints/choices";
import { PULSE_WORDS, TOUCH_WORDS } from "@/lib/touchpoints/rules";

export type Told = { words: string; under?: string };

const TASKS: Readonly<Record<string, string>> = { planned: "Task", done: "Task done", dropped: "Task dropped" };

/** What a line says that tells of us: touches, notes, tasks, signals, health; null where it tells of something else. `signals` says what each signal says, by its kind, reason and first day. */
export function actingWords(facts: TimelineFacts, signals: Readonly<Record<string, string>>): Told | null {
  const text = (fact: string) => (typeof facts[fact] === "string" && facts[fact] !== "" ? facts[fact] : null);
  const number = (fact: string) => (typeof facts[fact] === "number" ? facts[fact] : null);
  const by = text("by") ?? "";
  switch (facts.what) {
    case "touched":
      return told(
        touchWords(facts.type as TouchType, { by, who: text("with"), minutes: number("minutes"), twoWay: facts.twoWay === 1 }),
        text("text"),
      );
    case "felt":
      return told(`Pulse ${number("score")} of 5, ${PULSE_WORDS[number("score") ?? 0]}, ${by}`, text("text"));
    case "planned":
      return { words: `Task: ${text("text")}`, under: by };
    case "done":
    case "dropped":
      return told(`${TASKS[facts.what]}: ${text("text")}`, text("comment") ?? by);
    case "raised":
      return { words: signals[`${facts.name} ${facts.reason} ${facts.from}`] ?? `Signal: ${facts.name}` };
    case "ended":
      return { words: "Signal over", under: signals[`${facts.name} ${facts.reason} ${facts.from}`] ?? String(facts.name) };
    case "scored":
      return {
        words: `Health ${band(facts.was)} → ${band(facts.name)}`,
        under: `${points(number("before"))} → ${points(number("score"))}`,
      };
    case "held":
      return told(`Health set to ${band(facts.name)}, ${by}`, text("text"));
    default:
      return null;
  }
}

function touchWords(
  type: TouchType,
  { by, who, minutes, twoWay }: { by: string; who: string | null; minutes: number | null; twoWay: boolean },
) {
  if (type === "note") return `Note, ${by}`;
  const answered = twoWay ? "" : ", not answered";
  return `${TOUCH_WORDS[type]}${who === null ? "" : ` with ${who}`}${minutes === null ? "" : `, ${minutes} min`}${answered}, ${by}`;
}

function told(words: string, under: string | null): Told {
  return under === null ? { words } : { words, under };
}

function band(value: TimelineFacts[string]): string {
  return BAND_WORDS[value as Band] ?? "unknown"; // written by the score, which knows no other
}

function points(score: number | null): string {
  return score === null ? "no score" : scoreWords(score);
}
