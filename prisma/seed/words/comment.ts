import { FEATURES } from "../features";
import type { Random } from "../random";
import { CLOSERS, type Mood } from "./closers";
import { type Theme, themes } from "./themes";

const TRIES = 20;
const KNOWN = FEATURES.filter(({ appeal }) => appeal >= 5); // what people on the floor have heard of

/** Something a customer might write. The same is not said twice as long as there is another way to say it. */
export function commentsOf(): (random: Random, mood: Mood, about: readonly Theme[]) => string {
  const said = new Set<string>();
  return (random, mood, about) => {
    let comment = "";
    for (let tries = 0; tries < TRIES; tries += 1) {
      const theme = about.length > 0 ? random.pick(about) : random.pick(Object.keys(themes) as Theme[]);
      const point = pointOf(random, mood, theme);
      comment = random.chance(0.45) ? `${point} ${random.pick<string>(CLOSERS[mood])}` : point;
      if (!said.has(point)) said.add(point);
      else if (tries < TRIES - 1) continue;
      return comment;
    }
    return comment;
  };
}

function pointOf(random: Random, mood: Mood, theme: Theme): string {
  const { begin, end } = themes[theme][mood === "delighted" || mood === "fine" ? "good" : "bad"];
  return `${random.pick(begin)} ${random.pick(end)}`.replace("{feature}", random.pick(KNOWN).name);
}
